// The Typst peer: compiles every sheet of a folder to a PDF of its own, in one process.
// usage: node compile_typst.mjs PACKAGES FOLDER    PACKAGES holds node_modules
//        node compile_typst.mjs PACKAGES           prints the version of Typst
import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [packages, folder] = process.argv.slice(2);
const require = createRequire(join(packages, "package.json"));
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({ workspace: folder ?? packages });

if (!folder) {
  const source = { mainFileContent: "#metadata(str(sys.version)) <version>" };
  const [version] = compiler.query(source, { selector: "<version>", field: "value" });
  console.log(version);
} else {
  for (const language of readdirSync(folder)) {
    for (const name of readdirSync(join(folder, language))) {
      if (!name.endsWith(".typ")) continue;
      const sheet = join(folder, language, name);
      writeFileSync(sheet.replace(/typ$/, "pdf"), compiler.pdf({ mainFilePath: sheet }));
      compiler.evictCache(10); // what the compiler's manual suggests for runs without a watch
    }
  }
}
