/**
 * Five hundred files that mean no good, made of the fixtures and of nothing: cut off, nested, packed, mislabelled, with
 * scripts in every field. Deterministic: the same files on each run.
 */

import { strToU8, unzipSync, type Zippable, zipSync, zlibSync } from "fflate";

export interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** Good files to spoil. */
export interface Seeds {
  readonly pdf: Uint8Array;
  readonly docx: Uint8Array;
  readonly text: string;
}

/** A small generator of numbers (xorshift), so that no run differs from another. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const SCRIPT = '<script>alert(1)</script><img src=x onerror="alert(2)">{{constructor}}$' + "{process.exit()}";

export function hostileFiles(seeds: Seeds): Hostile[] {
  return [
    ...truncated(seeds),
    ...flipped(seeds),
    ...mislabelled(seeds),
    ...binaryTexts(),
    ...bombs(),
    ...deepWord(),
    ...wrongWord(seeds),
    ...wrongPdf(),
    ...pdfTraps(),
  ];
}

/** Every kind of cut: a file that ends too early. */
function truncated({ pdf, docx }: Seeds): Hostile[] {
  const at = (bytes: Uint8Array, extension: string): Hostile[] =>
    Array.from({ length: 70 }, (_, n) => ({
      name: `cut-${n}.${extension}`,
      bytes: bytes.slice(0, Math.floor((bytes.length * (n + 0.5)) / 71)),
    }));
  return [...at(pdf, "pdf"), ...at(docx, "docx")];
}

/** Damage in the middle of what the reader needs: the zip's directory, the PDF's objects. */
function flipped({ pdf, docx }: Seeds): Hostile[] {
  const random = numbers(7);
  const spoil = (bytes: Uint8Array, from: number): Uint8Array => {
    const copy = bytes.slice();
    for (let n = 0; n < copy.length / 3; n++) copy[from + random(copy.length - from)] = random(256);
    return copy;
  };
  return Array.from({ length: 60 }, (_, n) =>
    n % 2 === 0 ? { name: `noise-${n}.docx`, bytes: spoil(docx, 4) } : { name: `noise-${n}.pdf`, bytes: spoil(pdf, 9) },
  );
}

/** Names that promise something else. */
function mislabelled({ text }: Seeds): Hostile[] {
  const heads: Readonly<Record<string, Uint8Array>> = {
    png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array(200).fill(7)),
    exe: strToU8(`MZ${"\0".repeat(300)}`),
    elf: Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, ...Array(100).fill(0)),
    rtf: strToU8("{\\rtf1\\ansi טקסט}"),
    html: strToU8(`<!doctype html><html><body>${SCRIPT}`),
    svg: strToU8(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`),
    xml: strToU8('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    ole: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(1)),
    gif: strToU8("GIF89a\u0001\u0001"),
    nothing: new Uint8Array(0),
    text: strToU8(text),
  };
  const extensions = ["pdf", "docx", "doc", "odt", "xlsx", "zip", "json"];
  const crossed = Object.entries(heads).flatMap(([kind, bytes]) =>
    extensions.map((extension) => ({ name: `${kind}-as.${extension}`, bytes })),
  );
  const asText = Object.entries(heads)
    .filter(([kind]) => kind !== "text")
    .map(([kind, bytes]) => ({ name: `${kind}-as.txt`, bytes }));
  const zips = [
    "a.txt",
    "xl/workbook.xml",
    "ppt/presentation.xml",
    "content.xml",
    "../word/document.xml",
    "word\\document.xml",
  ].map((entry, n) => ({
    name: `zip-${n}.docx`,
    bytes: zipSync({ [entry]: strToU8("<a/>") }),
  }));
  return [...crossed, ...asText, ...zips];
}

function binaryTexts(): Hostile[] {
  const random = numbers(11);
  const noise = Array.from({ length: 45 }, (_, n) => ({
    name: `noise-${n}.txt`,
    bytes: Uint8Array.from({ length: 400 + n * 37 }, () => random(256)).fill(0, 10, 14),
  }));
  const blank = ["", " ", "\n\n\n", "\t", "\u200f\u200f", "\ufeff"].map((text, n) => ({
    name: `blank-${n}.txt`,
    bytes: strToU8(text),
  }));
  const long = [".txt", ".md"].map((extension) => ({ name: `long${extension}`, bytes: strToU8("א".repeat(150_000)) }));
  const large = [".txt", ".md"].map((extension) => ({
    name: `large${extension}`,
    bytes: strToU8("שלום\n".repeat(600_000)),
  }));
  const empty = [
    "# ",
    "---\ntitle: x\n---\n",
    "***",
    "[^1]: a",
    "<!-- a -->",
    "```\n```",
    "12",
    "- - -",
    "![](javascript:alert(1))",
    "!!!",
  ].map((text, n) => ({
    name: `nothing-${n}.md`,
    bytes: strToU8(text),
  }));
  return [...noise, ...blank, ...long, ...large, ...empty];
}

const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONSHIPS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

function word(body: string, more: Zippable = {}): Uint8Array {
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    "[Content_Types].xml": strToU8(CONTENT_TYPES),
    "_rels/.rels": strToU8(RELATIONSHIPS),
    "word/document.xml": strToU8(document),
    ...more,
  });
}

/** Small files that grow: zip bombs, a directory that lies, a stream within a stream. */
function bombs(): Hostile[] {
  const zeros = new Uint8Array(30_000_000);
  const spaces = zeros.slice().fill(32);
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`word/part${n}.xml`, strToU8("<a/>")]));
  const big = word("", {
    "word/styles.xml": spaces,
    "word/numbering.xml": spaces,
    "word/footnotes.xml": spaces,
    "word/endnotes.xml": spaces,
  });
  const media = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`word/media/image${n}.png`, zeros]));
  const elements = word("<w:p/>".repeat(200_000));
  return [
    { name: "bomb-parts.docx", bytes: big },
    { name: "bomb-media.docx", bytes: word("", media) },
    { name: "bomb-entries.docx", bytes: zipSync({ ...many, "word/document.xml": strToU8("<a/>") }) },
    { name: "bomb-elements.docx", bytes: elements },
    { name: "bomb-lies.docx", bytes: lying(word("", { "word/styles.xml": spaces })) },
    { name: "bomb-stream.pdf", bytes: pdfWith(zlibSync(spaces), "/FlateDecode") },
    {
      name: "bomb-twice.pdf",
      bytes: pdfWith(zlibSync(zlibSync(new Uint8Array(60_000_000))), "[/FlateDecode /FlateDecode]"),
    },
    {
      name: "bomb-text.pdf",
      bytes: pdfWith(
        zlibSync(strToU8(`BT /F1 1 Tf ${"(aaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ".repeat(400_000)} ET`)),
        "/FlateDecode",
      ),
    },
    { name: "bomb-paths.pdf", bytes: pdfWith(zlibSync(strToU8("0 0 m 9 9 l S ".repeat(1_500_000))), "/FlateDecode") },
    { name: "bomb-saves.pdf", bytes: pdfWith(zlibSync(strToU8("q ".repeat(8_000_000))), "/FlateDecode") },
  ];
}

/** The directory says that each entry has ten bytes. */
function lying(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  return bytes;
}

function deepWord(): Hostile[] {
  const nest = (tag: string, depth: number): string => `${`<w:${tag}>`.repeat(depth)}${`</w:${tag}>`.repeat(depth)}`;
  const tables = (depth: number): string =>
    "<w:tbl><w:tr><w:tc>".repeat(depth) + "</w:tc></w:tr></w:tbl>".repeat(depth);
  const entities = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  return [
    ...["p", "r", "sdt", "ins", "hyperlink", "smartTag", "tbl", "tc"].flatMap((tag) =>
      [250, 2_000, 20_000, 60_000].map((depth) => ({
        name: `deep-${tag}-${depth}.docx`,
        bytes: word(nest(tag, depth)),
      })),
    ),
    ...[80, 500, 5_000].map((depth) => ({ name: `deep-tables-${depth}.docx`, bytes: word(tables(depth)) })),
    {
      name: "entities.docx",
      bytes: zipSync({ "word/document.xml": strToU8(`${entities}<w:document>&b;</w:document>`) }),
    },
    {
      name: "external.docx",
      bytes: zipSync({ "word/document.xml": strToU8('<!DOCTYPE a SYSTEM "file:///etc/passwd"><w:document/>') }),
    },
  ];
}

/** Word files whose parts are not what they should be. */
function wrongWord({ docx }: Seeds): Hostile[] {
  const parts = unzipSync(docx);
  const spoilt = [
    "",
    "<",
    "<w:document",
    "</w:document>",
    "\0\0\0",
    "{}",
    "<a><b></a></b>",
    `<w:document>${SCRIPT}`,
    "<w:document xmlns:w='x'/>",
    "&&&&",
  ];
  return [
    ...spoilt.map((text, n) => ({
      name: `part-${n}.docx`,
      bytes: zipSync({ ...parts, "word/document.xml": strToU8(text) }),
    })),
    ...spoilt.slice(1, 6).map((text, n) => ({
      name: `types-${n}.docx`,
      bytes: zipSync({ "[Content_Types].xml": strToU8(text), "word/document.xml": strToU8("<w:document/>") }),
    })),
    { name: "no-body.docx", bytes: word("") },
    { name: "no-words.docx", bytes: word("<w:p><w:r><w:t>.</w:t></w:r></w:p>".repeat(20)) },
  ];
}

// ---- PDF ----------------------------------------------------------------------------------------

/** One page with one content stream. */
function pdfWith(stream: Uint8Array, filter: string, page = ""): Uint8Array {
  const objects: (string | Uint8Array)[][] = [
    ["<< /Type /Catalog /Pages 2 0 R >>"],
    ["<< /Type /Pages /Kids [3 0 R] /Count 1 >>"],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 4 0 R >> >> ${page} >>`,
    ],
    [
      `<< /Length ${stream.length} ${filter === "" ? "" : `/Filter ${filter}`} /Type /XObject /Subtype /Form /BBox [0 0 400 400] >>\nstream\n`,
      stream,
      "\nendstream",
    ],
    ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"],
  ];
  return buildPdf(objects, "/Root 1 0 R");
}

function buildPdf(objects: readonly (readonly (string | Uint8Array)[])[], trailer: string): Uint8Array {
  const chunks: Uint8Array[] = [strToU8("%PDF-1.7\n")];
  const offsets: number[] = [];
  let at = chunks[0]!.length;
  const add = (piece: string | Uint8Array): void => {
    const bytes = typeof piece === "string" ? strToU8(piece) : piece;
    chunks.push(bytes);
    at += bytes.length;
  };
  objects.forEach((pieces, n) => {
    offsets.push(at);
    add(`${n + 1} 0 obj\n`);
    pieces.forEach(add);
    add("\nendobj\n");
  });
  const start = at;
  add(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}`,
  );
  add(`trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  const whole = new Uint8Array(at);
  let place = 0;
  for (const chunk of chunks) {
    whole.set(chunk, place);
    place += chunk.length;
  }
  return whole;
}

function wrongPdf(): Hostile[] {
  const bodies = [
    "",
    "garbage",
    "xref",
    "trailer << >>",
    "1 0 obj << >> endobj",
    "trailer << /Root 9 0 R >>",
    "startxref 0",
    "startxref -1",
    "startxref 999999999999",
    "trailer << /Root << /Pages << /Kids [] /Count 5 >> >> >>",
  ];
  const texts = [
    "",
    "BT ET",
    "BT (.) Tj ET",
    "BT /F1 12 Tf (a) Tj",
    "BT /F1 0 Tf (abc) Tj ET",
    "BT /F1 1e308 Tf (abc) Tj ET",
    "q q q",
    "Q Q Q",
    "/X Do",
    "1 0 0 1 1e308 1e308 cm BT /F1 9 Tf (a b) Tj ET",
    "BI /W 99999 /H 99999 ID EI",
  ];
  return [
    ...bodies.map((body, n) => ({ name: `wrong-${n}.pdf`, bytes: strToU8(`%PDF-1.7\n${body}\n%%EOF\n`) })),
    ...bodies.map((body, n) => ({
      name: `ended-${n}.pdf`,
      bytes: strToU8(`%PDF-1.4\n${body}\nstartxref\n${n}\n%%EOF\n`),
    })),
    ...texts.map((text, n) => ({ name: `content-${n}.pdf`, bytes: pdfWith(strToU8(text), "") })),
    ...[
      "/LZWDecode",
      "/DCTDecode",
      "/JBIG2Decode",
      "/JPXDecode",
      "/CCITTFaxDecode",
      "/RunLengthDecode",
      "/ASCII85Decode",
      "/ASCIIHexDecode",
      "/Crypt",
      "/Nonsense",
    ].map((filter, n) => ({
      name: `filter-${n}.pdf`,
      bytes: pdfWith(strToU8(SCRIPT), filter),
    })),
  ];
}

/** Loops, floods and doors. */
function pdfTraps(): Hostile[] {
  const loop = buildPdf(
    [["<< /Type /Catalog /Pages 2 0 R >>"], ["<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]],
    "/Root 1 0 R",
  );
  const pages = (count: number): Uint8Array =>
    buildPdf(
      [
        ["<< /Type /Catalog /Pages 2 0 R >>"],
        [`<< /Type /Pages /Kids [${"3 0 R ".repeat(count)}] /Count ${count} >>`],
        ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>"],
      ],
      "/Root 1 0 R",
    );
  const claimed = buildPdf(
    [["<< /Type /Catalog /Pages 2 0 R >>"], ["<< /Type /Pages /Kids [] /Count 2000000000 >>"]],
    "/Root 1 0 R",
  );
  const locked = buildPdf(
    [
      ["<< /Type /Catalog /Pages 2 0 R >>"],
      ["<< /Type /Pages /Kids [] /Count 0 >>"],
      [`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >>`],
    ],
    "/Root 1 0 R /Encrypt 3 0 R /ID [<00><00>]",
  );
  const actions = buildPdf(
    [
      ["<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"],
      ["<< /Type /Pages /Kids [] /Count 0 >>"],
    ],
    "/Root 1 0 R",
  );
  const nested = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const deep = buildPdf(
    [[`<< /Type /Catalog /Pages 2 0 R /X ${nested} >>`], ["<< /Type /Pages /Kids [] /Count 0 >>"]],
    "/Root 1 0 R",
  );
  const chain = buildPdf(
    [
      ["<< /Type /Catalog /Pages 2 0 R >>"],
      ...Array.from({ length: 3000 }, (_, n) => [
        `<< /Type /Pages /Kids [${n + 3} 0 R] /Count 1 /Parent ${n + 1} 0 R >>`,
      ]),
    ],
    "/Root 1 0 R",
  );
  const rotations = [0, 90, 180, 270, 7, 1e9, -90].map((turn, n) => ({
    name: `turn-${n}.pdf`,
    bytes: pdfWith(strToU8("BT /F1 12 Tf ET"), "", `/Rotate ${turn}`),
  }));
  const boxes = ["[0 0 0 0]", "[0 0 1e30 1e30]", "[9 9 1 1]", "[]", "(x)", "null"].map((box, n) => ({
    name: `box-${n}.pdf`,
    bytes: pdfWith(strToU8("BT ET"), "", `/CropBox ${box}`),
  }));
  const scripts = Array.from({ length: 20 }, (_, n) => ({
    name: `script-${n}.pdf`,
    bytes: buildPdf(
      [
        ["<< /Type /Catalog /Pages 2 0 R >>"],
        ["<< /Type /Pages /Kids [] /Count 0 >>"],
        [`<< /Title (${SCRIPT.replace(/[()\\]/g, "")}${"x".repeat(n * 1000)}) >>`],
      ],
      "/Root 1 0 R /Info 3 0 R",
    ),
  }));
  return [
    { name: "loop.pdf", bytes: loop },
    { name: "pages-401.pdf", bytes: pages(401) },
    { name: "pages-20000.pdf", bytes: pages(20_000) },
    { name: "pages-claimed.pdf", bytes: claimed },
    { name: "locked.pdf", bytes: locked },
    { name: "actions.pdf", bytes: actions },
    { name: "deep.pdf", bytes: deep },
    { name: "chain.pdf", bytes: chain },
    ...rotations,
    ...boxes,
    ...scripts,
  ];
}
