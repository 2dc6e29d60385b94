import { readFileSync, writeFileSync } from "node:fs";
import Handlebars from "handlebars";
import { marked } from "marked";

// The floor: the least that any such tool does. Parse the same Markdown with marked, fill one Handlebars template.
const [input, output] = process.argv.slice(2);
const slides = marked.parse(readFileSync(input, "utf8")).split(/(?=<h2)/);
const template = Handlebars.compile(
  "<!doctype html><html lang=he dir=rtl><body>{{#each slides}}<section>{{{this}}}</section>{{/each}}</body></html>",
);
writeFileSync(output, template({ slides }));
