#include "emitter/model/languages.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

#include "emitter/text/text.hpp"

namespace listok::emitter {
namespace {

constexpr Script cyrillic = Script::cyrillic;

// clang-format off
constexpr auto table = std::to_array<Language>({
  {"ru", "russian", "russian", "texlive-lang-cyrillic", cyrillic, {
    .question = "Вопрос|Задача|Задание|Условие|Условие задачи|Текст вопроса|Формулировка",
    .key_points = "Ключевые мысли|Ключевые моменты|Ключевые тезисы|Что должно прозвучать|Что должен затронуть профи|Что ожидаем услышать",
    .answer = "Ответ|Развернутый ответ|Развёрнутый ответ|Краткий ответ|Правильный ответ|Образец ответа",
    .answers = "Ответы|Варианты ответов|Варианты ответа",
    .hint = "Подсказка", .hints = "Подсказки",
    .red_flags = "Тревожные признаки|Тревожные сигналы|Красные флаги|Красные флажки|Типичные ошибки",
    .solution = "Решение", .explanation = "Пояснение|Объяснение|Разбор|Комментарий",
    .contents = "Содержание", .tags = "Темы", .difficulty = "Сложность", .points = "Баллы", .new_question = "Новый вопрос",
    .alerts = "Примечание|Совет|Важно|Внимание|Осторожно", .number_sign = "№", .how_many = "Вопросов: "}},
  {"en", "english", "english", "", Script::latin, {
    .question = "Question|Problem|Task|Exercise|Problem statement|Question text",
    .key_points = "Key points|What to cover|What a pro should cover",
    .answer = "Answer|Expanded answer|Short answer|Model answer|Sample answer|Correct answer",
    .answers = "Answers",
    .hint = "Hint", .hints = "Hints", .red_flags = "Red flags", .solution = "Solution", .explanation = "Explanation",
    .contents = "Contents", .tags = "Tags", .difficulty = "Difficulty", .points = "Points", .new_question = "A new question",
    .others = "Indices|Indication|Indications|Correction",
    .alerts = "Note|Tip|Important|Warning|Caution", .number_sign = "No.", .how_many = "Questions: "}, false, true, "“…”"},
  {"de", "german", "ngerman", "texlive-lang-german", Script::latin, {
    .question = "Frage|Aufgabe|Aufgabenstellung|Problem|Übung",
    .key_points = "Kernpunkte|Wichtige Punkte|Stichpunkte|Was genannt werden sollte",
    .answer = "Antwort|Ausführliche Antwort|Musterantwort|Kurze Antwort|Richtige Antwort",
    .answers = "Antworten|Antwortmöglichkeiten",
    .hint = "Hinweis|Tipp", .hints = "Hinweise|Tipps", .red_flags = "Warnsignale|Alarmsignale|Typische Fehler",
    .solution = "Lösung|Musterlösung|Lösungen", .explanation = "Erklärung|Erläuterung",
    .contents = "Inhalt", .tags = "Themen", .difficulty = "Schwierigkeit", .points = "Punkte", .new_question = "Eine neue Frage",
    .alerts = "Hinweis|Tipp|Wichtig|Warnung|Vorsicht", .number_sign = "Nr.", .how_many = "Fragen: "}, false, false, "„…“"},
  {"fr", "french", "french", "texlive-lang-french", Script::latin, {
    .question = "Question|Problème|Exercice|Énoncé",
    .key_points = "Points clés|Points essentiels|Points à aborder",
    .answer = "Réponse|Réponse détaillée|Réponse courte|Bonne réponse",
    .answers = "Réponses",
    .hint = "Indice|Indication", .hints = "Indices|Indications", .red_flags = "Signaux d’alerte|Signaux d'alerte|Erreurs fréquentes",
    .solution = "Solution|Corrigé|Correction", .explanation = "Explication",
    .contents = "Table des matières", .tags = "Thèmes", .difficulty = "Difficulté", .points = "Points", .new_question = "Une nouvelle question",
    .alerts = "Remarque|Astuce|Important|Avertissement|Attention", .number_sign = "n°", .how_many = "Questions : "}, true},
  {"es", "spanish", "spanish", "texlive-lang-spanish", Script::latin, {
    .question = "Pregunta|Problema|Ejercicio|Enunciado|Tarea",
    .key_points = "Puntos clave|Ideas clave",
    .answer = "Respuesta|Respuesta detallada|Respuesta corta|Respuesta correcta",
    .answers = "Respuestas",
    .hint = "Pista|Sugerencia", .hints = "Pistas|Sugerencias", .red_flags = "Señales de alerta|Señales de alarma|Errores típicos",
    .solution = "Solución", .explanation = "Explicación",
    .contents = "Índice", .tags = "Temas", .difficulty = "Dificultad", .points = "Puntos", .new_question = "Una pregunta nueva",
    .others = "Indice|Indices",
    .alerts = "Nota|Consejo|Importante|Advertencia|Precaución", .number_sign = "n.º", .how_many = "Preguntas: "}},
  {"it", "italian", "italian", "texlive-lang-italian", Script::latin, {
    .question = "Domanda|Problema|Esercizio|Quesito|Testo",
    .key_points = "Punti chiave|Punti essenziali",
    .answer = "Risposta|Risposta dettagliata|Risposta breve|Risposta corretta",
    .answers = "Risposte",
    .hint = "Suggerimento|Indizio", .hints = "Suggerimenti|Indizi", .red_flags = "Segnali d’allarme|Segnali d'allarme|Campanelli d’allarme|Errori tipici",
    .solution = "Soluzione|Svolgimento", .explanation = "Spiegazione",
    .contents = "Indice", .tags = "Argomenti", .difficulty = "Difficoltà", .points = "Punti", .new_question = "Una nuova domanda",
    .others = "Indice",
    .alerts = "Nota|Suggerimento|Importante|Avvertenza|Attenzione", .number_sign = "n.", .how_many = "Domande: "}, true},
  {"pl", "polish", "polish", "texlive-lang-polish", Script::latin, {
    .question = "Pytanie|Zadanie|Treść zadania|Ćwiczenie",
    .key_points = "Kluczowe punkty|Najważniejsze punkty",
    .answer = "Odpowiedź|Pełna odpowiedź|Krótka odpowiedź|Poprawna odpowiedź",
    .answers = "Odpowiedzi",
    .hint = "Wskazówka|Podpowiedź", .hints = "Wskazówki|Podpowiedzi", .red_flags = "Sygnały ostrzegawcze|Czerwone flagi|Typowe błędy",
    .solution = "Rozwiązanie", .explanation = "Wyjaśnienie|Objaśnienie",
    .contents = "Spis treści", .tags = "Tematy", .difficulty = "Trudność", .points = "Punkty", .new_question = "Nowe pytanie",
    .alerts = "Uwaga|Wskazówka|Ważne|Ostrzeżenie|Ostrożnie", .number_sign = "nr", .how_many = "Liczba pytań: "}, false, false, "„…”"},
  {"uk", "ukrainian", "ukrainian", "texlive-lang-cyrillic", cyrillic, {
    .question = "Запитання|Питання|Задача|Завдання|Умова",
    .key_points = "Ключові думки|Ключові моменти|Ключові тези",
    .answer = "Відповідь|Розгорнута відповідь|Коротка відповідь|Правильна відповідь",
    .answers = "Відповіді|Варіанти відповідей",
    .hint = "Підказка", .hints = "Підказки", .red_flags = "Тривожні ознаки|Тривожні сигнали|Червоні прапорці|Типові помилки",
    .solution = "Розв’язання|Розв'язання|Розв’язок|Розв'язок|Рішення", .explanation = "Пояснення",
    .contents = "Зміст", .tags = "Теми", .difficulty = "Складність", .points = "Бали", .new_question = "Нове запитання",
    .alerts = "Примітка|Порада|Важливо|Увага|Обережно", .number_sign = "№", .how_many = "Запитань: "}, true},
  {"be", "belarusian", "belarusian", "texlive-lang-cyrillic", cyrillic, {
    .question = "Пытанне|Задача|Заданне|Умова",
    .key_points = "Ключавыя думкі|Ключавыя моманты",
    .answer = "Адказ|Разгорнуты адказ|Кароткі адказ|Правільны адказ",
    .answers = "Адказы|Варыянты адказаў",
    .hint = "Падказка", .hints = "Падказкі", .red_flags = "Трывожныя прыкметы|Трывожныя сігналы|Тыповыя памылкі",
    .solution = "Рашэнне", .explanation = "Тлумачэнне",
    .contents = "Змест", .tags = "Тэмы", .difficulty = "Складанасць", .points = "Балы", .new_question = "Новае пытанне",
    .alerts = "Заўвага|Парада|Важна|Увага|Асцярожна", .number_sign = "№", .how_many = "Пытанняў: "}, true},
  {"kk", "kazakh", "", "", cyrillic, {
    .question = "Сұрақ|Есеп|Тапсырма",
    .key_points = "Негізгі ойлар|Негізгі тұстар",
    .answer = "Жауап|Толық жауап|Қысқа жауап|Дұрыс жауап",
    .answers = "Жауаптар|Жауап нұсқалары",
    .hint = "Көмек|Кеңес", .hints = "Кеңестер", .red_flags = "Қауіпті белгілер|Типтік қателер",
    .solution = "Шешуі|Шешім", .explanation = "Түсіндірме",
    .contents = "Мазмұны", .tags = "Тақырыптар", .difficulty = "Қиындығы", .points = "Ұпай", .new_question = "Жаңа сұрақ",
    .alerts = "Ескерту|Кеңес|Маңызды|Назар аударыңыз|Абайлаңыз", .number_sign = "№", .how_many = "Сұрақтар саны: "}},
  {"tr", "turkish", "turkish", "texlive-lang-european", Script::latin, {
    .question = "Soru|Problem|Alıştırma|Görev",
    .key_points = "Önemli noktalar|Anahtar noktalar",
    .answer = "Cevap|Yanıt|Ayrıntılı cevap|Ayrıntılı yanıt|Kısa cevap|Doğru cevap",
    .answers = "Cevaplar|Yanıtlar|Seçenekler",
    .hint = "İpucu", .hints = "İpuçları", .red_flags = "Uyarı işaretleri|Kırmızı bayraklar|Yaygın hatalar",
    .solution = "Çözüm", .explanation = "Açıklama",
    .contents = "İçindekiler", .tags = "Konular", .difficulty = "Zorluk", .points = "Puan", .new_question = "Yeni soru",
    .alerts = "Not|İpucu|Önemli|Uyarı|Dikkat", .how_many = "Soru sayısı: "}, false, false, "“…”"},
  {"el", "greek", "monogreek", "texlive-lang-greek", Script::greek, {
    .question = "Ερώτηση|Πρόβλημα|Άσκηση|Εκφώνηση",
    .key_points = "Βασικά σημεία",
    .answer = "Απάντηση|Αναλυτική απάντηση|Σύντομη απάντηση|Σωστή απάντηση",
    .answers = "Απαντήσεις",
    .hint = "Υπόδειξη", .hints = "Υποδείξεις", .red_flags = "Προειδοποιητικά σημάδια|Συνηθισμένα λάθη",
    .solution = "Λύση", .explanation = "Εξήγηση|Επεξήγηση",
    .contents = "Περιεχόμενα", .tags = "Θέματα", .difficulty = "Δυσκολία", .points = "Μονάδες", .new_question = "Νέα ερώτηση",
    .alerts = "Σημείωση|Συμβουλή|Σημαντικό|Προειδοποίηση|Προσοχή", .number_sign = "αρ.", .how_many = "Ερωτήσεις: "}, true},
  {"af", "afrikaans", "afrikaans", "texlive-lang-other", Script::latin, {
    .question = "Vraag|Opgawe", .answer = "Antwoord",
    .alerts = "Nota|Wenk|Belangrik|Waarskuwing|Versigtig", .number_sign = "nr."}, true},
  {"bg", "bulgarian", "bulgarian", "texlive-lang-cyrillic", cyrillic, {
    .question = "Въпрос|Задача", .answer = "Отговор", .answers = "Отговори", .solution = "Решение",
    .alerts = "Бележка|Съвет|Важно|Предупреждение|Внимание", .number_sign = "№"}},
  {"ca", "catalan", "catalan", "texlive-lang-spanish", Script::latin, {
    .question = "Pregunta|Problema|Exercici", .answer = "Resposta", .answers = "Respostes", .solution = "Solució",
    .alerts = "Nota|Consell|Important|Advertiment|Precaució", .number_sign = "núm."}},
  {"cs", "czech", "czech", "texlive-lang-czechslovak", Script::latin, {
    .question = "Otázka|Úloha|Zadání", .answer = "Odpověď", .answers = "Odpovědi", .solution = "Řešení",
    .alerts = "Poznámka|Tip|Důležité|Varování|Upozornění", .number_sign = "č."}, false, false, "„…“"},
  {"cy", "welsh", "welsh", "texlive-lang-european", Script::latin, {
    .question = "Cwestiwn", .answer = "Ateb",
    .alerts = "Nodyn|Awgrym|Pwysig|Rhybudd|Gofal"}, false, true},
  {"da", "danish", "danish", "texlive-lang-european", Script::latin, {
    .question = "Spørgsmål|Opgave", .answer = "Svar", .solution = "Løsning",
    .alerts = "Bemærk|Tip|Vigtigt|Advarsel|Forsigtig", .number_sign = "nr."}},
  {"eo", "esperanto", "esperanto", "texlive-lang-other", Script::latin, {
    .question = "Demando|Tasko", .answer = "Respondo",
    .alerts = "Noto|Konsilo|Grave|Averto|Atentu"}},
  {"et", "estonian", "estonian", "texlive-lang-european", Script::latin, {
    .question = "Küsimus|Ülesanne", .answer = "Vastus", .answers = "Vastused", .solution = "Lahendus",
    .alerts = "Märkus|Nõuanne|Oluline|Hoiatus|Ettevaatust", .number_sign = "nr"}},
  {"eu", "basque", "basque", "texlive-lang-french", Script::latin, {
    .question = "Galdera|Ariketa", .answer = "Erantzuna",
    .alerts = "Oharra|Aholkua|Garrantzitsua|Abisua|Kontuz"}},
  {"fi", "finnish", "finnish", "texlive-lang-european", Script::latin, {
    .question = "Kysymys|Tehtävä", .answer = "Vastaus", .answers = "Vastaukset", .solution = "Ratkaisu",
    .alerts = "Huomautus|Vinkki|Tärkeää|Varoitus|Varo", .number_sign = "nro"}},
  {"ga", "irish", "irish", "texlive-lang-european", Script::latin, {
    .question = "Ceist", .answer = "Freagra",
    .alerts = "Nóta|Leid|Tábhachtach|Rabhadh|Aire"}, false, true},
  {"gl", "galician", "galician", "texlive-lang-spanish", Script::latin, {
    .question = "Pregunta|Exercicio", .answer = "Resposta",
    .alerts = "Nota|Consello|Importante|Advertencia|Precaución", .number_sign = "n.º"}},
  {"hr", "croatian", "croatian", "texlive-lang-european", Script::latin, {
    .question = "Pitanje|Zadatak", .answer = "Odgovor", .answers = "Odgovori", .solution = "Rješenje",
    .alerts = "Napomena|Savjet|Važno|Upozorenje|Oprez", .number_sign = "br."}},
  {"hu", "hungarian", "hungarian", "texlive-lang-european", Script::latin, {
    .question = "Kérdés|Feladat", .answer = "Válasz", .answers = "Válaszok", .solution = "Megoldás",
    .alerts = "Megjegyzés|Tipp|Fontos|Figyelmeztetés|Vigyázat"}},
  {"id", "indonesian", "indonesian", "texlive-lang-other", Script::latin, {
    .question = "Pertanyaan|Soal", .answer = "Jawaban",
    .alerts = "Catatan|Tips|Penting|Peringatan|Perhatian"}},
  {"is", "icelandic", "icelandic", "texlive-lang-european", Script::latin, {
    .question = "Spurning", .answer = "Svar",
    .alerts = "Athugið|Ábending|Mikilvægt|Viðvörun|Varúð", .number_sign = "nr."}},
  {"ky", "kyrgyz", "", "", cyrillic, {
    .question = "Суроо|Маселе|Тапшырма", .answer = "Жооп", .answers = "Жооптор",
    .alerts = "Эскертүү|Кеңеш|Маанилүү|Көңүл буруңуз|Этият болуңуз", .number_sign = "№"}},
  {"lt", "lithuanian", "lithuanian", "texlive-lang-european", Script::latin, {
    .question = "Klausimas|Užduotis", .answer = "Atsakymas", .answers = "Atsakymai", .solution = "Sprendimas",
    .alerts = "Pastaba|Patarimas|Svarbu|Įspėjimas|Atsargiai", .number_sign = "Nr."}},
  {"lv", "latvian", "latvian", "texlive-lang-european", Script::latin, {
    .question = "Jautājums|Uzdevums", .answer = "Atbilde", .answers = "Atbildes", .solution = "Risinājums",
    .alerts = "Piezīme|Padoms|Svarīgi|Brīdinājums|Uzmanību", .number_sign = "Nr."}},
  {"mk", "macedonian", "macedonian", "texlive-lang-european", cyrillic, {
    .question = "Прашање|Задача", .answer = "Одговор", .answers = "Одговори", .solution = "Решение",
    .alerts = "Забелешка|Совет|Важно|Предупредување|Внимание", .number_sign = "№"}},
  {"mn", "mongolian", "mongolian", "texlive-lang-cyrillic", cyrillic, {
    .question = "Асуулт", .answer = "Хариулт",
    .alerts = "Тэмдэглэл|Зөвлөгөө|Чухал|Анхааруулга|Болгоомжтой", .number_sign = "№"}, false, true},
  {"nb", "norwegian", "bokmal", "texlive-lang-european", Script::latin, {
    .question = "Spørsmål|Oppgave", .answer = "Svar", .solution = "Løsning",
    .alerts = "Merknad|Tips|Viktig|Advarsel|Forsiktig", .number_sign = "nr."}},
  {"nl", "dutch", "dutch", "texlive-lang-european", Script::latin, {
    .question = "Vraag|Opgave", .answer = "Antwoord", .answers = "Antwoorden", .solution = "Oplossing",
    .alerts = "Opmerking|Tip|Belangrijk|Waarschuwing|Voorzichtig", .number_sign = "nr."}},
  {"pt", "portuguese", "portuguese", "texlive-lang-portuguese", Script::latin, {
    .question = "Pergunta|Questão|Problema|Exercício|Enunciado", .answer = "Resposta", .answers = "Respostas", .solution = "Solução",
    .alerts = "Nota|Dica|Importante|Aviso|Cuidado", .number_sign = "n.º"}},
  {"ro", "romanian", "romanian", "texlive-lang-european", Script::latin, {
    .question = "Întrebare|Problemă|Enunț", .answer = "Răspuns", .answers = "Răspunsuri", .solution = "Soluție",
    .alerts = "Notă|Sfat|Important|Avertisment|Atenție", .number_sign = "nr."}},
  {"sk", "slovak", "slovak", "texlive-lang-czechslovak", Script::latin, {
    .question = "Otázka|Úloha|Zadanie", .answer = "Odpoveď", .answers = "Odpovede", .solution = "Riešenie",
    .alerts = "Poznámka|Tip|Dôležité|Varovanie|Upozornenie", .number_sign = "č."}, false, false, "„…“"},
  {"sl", "slovenian", "slovenian", "texlive-lang-european", Script::latin, {
    .question = "Vprašanje|Naloga", .answer = "Odgovor", .answers = "Odgovori", .solution = "Rešitev",
    .alerts = "Opomba|Nasvet|Pomembno|Opozorilo|Previdno", .number_sign = "št."}},
  {"sr", "serbian", "serbianc", "texlive-lang-cyrillic", cyrillic, {
    .question = "Питање|Задатак", .answer = "Одговор", .answers = "Одговори", .solution = "Решење",
    .alerts = "Напомена|Савет|Важно|Упозорење|Опрез", .number_sign = "№"}},
  {"sv", "swedish", "swedish", "texlive-lang-european", Script::latin, {
    .question = "Fråga|Uppgift", .answer = "Svar", .solution = "Lösning",
    .alerts = "Anmärkning|Tips|Viktigt|Varning|Försiktigt", .number_sign = "nr"}},
  {"tg", "tajik", "", "", cyrillic, {
    .question = "Савол|Масъала", .answer = "Ҷавоб", .answers = "Ҷавобҳо",
    .alerts = "Эзоҳ|Маслиҳат|Муҳим|Огоҳӣ|Эҳтиёт", .number_sign = "№"}},
  {"tt", "tatar", "", "", cyrillic, {
    .question = "Сорау|Мәсьәлә", .answer = "Җавап", .answers = "Җаваплар",
    .alerts = "Искәрмә|Киңәш|Мөһим|Игътибар|Сак булыгыз", .number_sign = "№"}},
  {"uz", "uzbek", "", "", Script::latin, {
    .question = "Savol|Masala", .answer = "Javob", .answers = "Javoblar",
    .alerts = "Eslatma|Maslahat|Muhim|Ogohlantirish|Ehtiyot bo‘ling"}},
});

// Countries, and codes of three letters, that are written for languages.
constexpr auto often_meant = std::to_array<std::pair<std::string_view, std::string_view>>({
  {"ua", "uk"}, {"by", "be"}, {"kz", "kk"}, {"cz", "cs"}, {"gr", "el"}, {"se", "sv"}, {"dk", "da"},
  {"no", "nb"}, {"kg", "ky"}, {"br", "pt"}, {"us", "en"}, {"gb", "en"}, {"rus", "ru"}, {"eng", "en"},
  {"ger", "de"}, {"deu", "de"}, {"fra", "fr"}, {"fre", "fr"}, {"spa", "es"}, {"ukr", "uk"},
});

constexpr auto keys = std::to_array<StandardKey>({
  {"question", &OwnWords::question}, {"key-points", &OwnWords::key_points},
  {"answer", &OwnWords::answer}, {"answers", &OwnWords::answers},
  {"hint", &OwnWords::hint}, {"hints", &OwnWords::hints},
  {"red-flags", &OwnWords::red_flags}, {"solution", &OwnWords::solution},
  {"explanation", &OwnWords::explanation},
});
// clang-format on

const Language* find(std::string_view code) {
  const auto* found = std::ranges::find(table, code, &Language::code);
  return found == table.end() ? nullptr : found;
}

std::string_view first_of(std::string_view words) { return words.substr(0, words.find('|')); }

// What a heading means in one language; no key where it is one of its `others`.
struct LocalMeaning {
  const Language* language;
  Meaning meaning;
};
using Meanings = std::unordered_map<std::string, std::vector<LocalMeaning>>;

void add_words(std::string_view words, std::string_view key, const Language& language,
               Meanings& meanings) {
  for (bool first = true; !words.empty(); first = false) {
    const std::string_view word = first_of(words);
    meanings[fold_heading(word)].push_back({&language, {key, first}});
    words.remove_prefix(std::min(word.size() + 1, words.size()));
  }
}

// Of each word the languages in the order of the table.
Meanings all_meanings() {
  Meanings meanings;
  for (const Language& language : table) {
    for (const StandardKey& one : keys) {
      add_words(language.words.*one.word, one.key, language, meanings);
    }
    add_words(language.words.others, {}, language, meanings);
  }
  return meanings;
}

}  // namespace

const Language& language_of(std::string_view code) {
  const Language* found = find(code);
  assert(found != nullptr);
  return *found;
}

const std::vector<std::string>& supported_languages() {
  static const std::vector<std::string> codes = [] {
    std::vector<std::string> all;
    for (const Language& language : table) all.emplace_back(language.code);
    return all;
  }();
  return codes;
}

bool is_language(std::string_view code) { return find(code) != nullptr; }

std::string_view language_meant(std::string_view name) {
  const std::string folded = fold_case(name);
  const auto* often =
      std::ranges::find(often_meant, folded, &std::pair<std::string_view, std::string_view>::first);
  if (often != often_meant.end()) return often->second;
  const auto* named = std::ranges::find(table, folded, &Language::name);
  if (named != table.end()) return named->code;
  return find(folded) != nullptr ? find(folded)->code : std::string_view();
}

OwnWord own_word(const Language& language, std::string_view OwnWords::* word) {
  const std::string_view own = first_of(language.words.*word);
  if (!own.empty()) return {own, false};
  return {first_of(language_of("en").words.*word), true};
}

std::span<const StandardKey> standard_keys() { return keys; }

const StandardKey* standard_key(std::string_view key) {
  const auto* found = std::ranges::find(keys, key, &StandardKey::key);
  return found == keys.end() ? nullptr : found;
}

std::string fold_heading(std::string_view heading) {
  std::string folded = fold_case(heading);
  constexpr std::string_view dotless = "ı", dot_above = "\u0307";
  if (folded.find(dotless) == folded.npos && folded.find(dot_above) == folded.npos) return folded;
  std::string plain;
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view rest = std::string_view(folded).substr(at);
    if (rest.starts_with(dotless)) {
      plain += 'i';
      at += dotless.size();
    } else if (rest.starts_with(dot_above)) {
      at += dot_above.size();
    } else {
      plain += folded[at++];
    }
  }
  return plain;
}

Meaning meaning_of(std::string_view heading, std::string_view language) {
  static const Meanings meanings = all_meanings();
  const auto found = meanings.find(std::string(heading));
  if (found == meanings.end()) return {};
  const auto in = [&](std::string_view code) {
    return std::ranges::find_if(
        found->second, [code](const LocalMeaning& one) { return one.language->code == code; });
  };
  for (const std::string_view code : {language, std::string_view("en")}) {
    const auto own = in(code);
    if (own == found->second.end()) continue;
    if (code == language || !own->meaning.key.empty()) return own->meaning;
  }
  const auto any = std::ranges::find_if(
      found->second, [](const LocalMeaning& one) { return !one.meaning.key.empty(); });
  return any == found->second.end() ? Meaning{} : any->meaning;
}

}  // namespace listok::emitter
