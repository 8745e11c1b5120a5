// Reads one JSON line, { manifest, languages: { "fr.json": {…} } }, and prints what Microsoft's schemas find wrong: a JSON array, empty when all is well.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";

const schemas = join(dirname(createRequire(import.meta.url).resolve("@microsoft/app-manifest/package.json")), "build/json-schemas/teams");

for await (const line of createInterface({ input: process.stdin })) {
  const { manifest, languages } = JSON.parse(line);
  const schema = (name) => JSON.parse(readFileSync(join(schemas, `v${manifest.manifestVersion}`, name), "utf8"));
  // The localization schema's patterns hold escapes that a Unicode expression refuses.
  const check = (name, content, what) => {
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    formats(ajv);
    const fits = ajv.compile(schema(name));
    return fits(content) ? [] : fits.errors.map((e) => `${what}${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
  };
  const wrong = check("MicrosoftTeams.schema.json", manifest, "manifest.json");
  for (const [file, content] of Object.entries(languages)) wrong.push(...check("MicrosoftTeams.Localization.schema.json", content, file));
  console.log(JSON.stringify(wrong));
}
