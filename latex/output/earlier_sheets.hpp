// Sheets as earlier versions of listok wrote them: what listok-bank.sty says now (the bank, the footer,
// the faces) stood among the options of each. Pure.
// In: .tex texts. Out: the same texts without that. Errors: none; what is not found exactly stays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace listok::latex {

// The options of the sheet and of the class that are not written any more, such as "footer={… 1/2}";
// none in a sheet of today.
std::vector<std::string> dropped_options(std::string_view tex);

// Whether an earlier version wrote it: of today's sheets none names its bank.
bool is_earlier_sheet(std::string_view tex);

// `tex` without those `options`. Where the options that are left are those of `today`, in other
// lines perhaps, they get the lines that they have there.
std::string without_options(std::string_view tex, const std::vector<std::string>& options,
                            std::string_view today);

}  // namespace listok::latex
