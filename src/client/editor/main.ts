import type { Lang } from "../../deck/types.ts";
import { CompilerLine } from "./compiler-line.ts";
import { Drafts } from "./drafts.ts";
import { Editor } from "./editor.ts";
import type { Problems, Reply, Request } from "./messages.ts";
import { acceptPictures } from "./picture-drop.ts";
import { PictureList } from "./picture-list.ts";
import { Saving } from "./saving.ts";
import { sayIn } from "./say.ts";
import { Server } from "./server.ts";
import { Shell } from "./shell.ts";
import { listenToShortcuts } from "./shortcuts.ts";
import { type LoadPrograms, serveCompiler } from "./worker.ts";

/**
 * The script of the editor page. One file plays both parts: the page, and the compiler in a thread of its own, so that
 * parsing and drawing never keep a key waiting.
 */
if (typeof document === "undefined") {
  const scope = self as unknown as CompilerScope;
  const load: LoadPrograms = (address) => {
    scope.importScripts(address);
    return scope.tadrichTemplates;
  };
  const answer = serveCompiler(load, (reply) => scope.postMessage(reply));
  self.addEventListener("message", ({ data }: MessageEvent<Request>) => answer(data));
} else {
  void open();
}

/** What the compiler's thread has: `importScripts`, and what the script of the templates sets. */
interface CompilerScope {
  importScripts(address: string): void;
  postMessage(reply: Reply): void;
  readonly tadrichTemplates: ReturnType<LoadPrograms>;
}

async function open(): Promise<void> {
  const server = new Server(document.body.dataset);
  const nonce = document.body.dataset.nonce ?? "";
  const [file, kit] = await Promise.all([server.readSource(), server.readKit()]);
  const lang = chooseLang(kit.lang);
  const compiler = new CompilerLine(server.script, kit, lang);
  const editor = new Editor({
    file,
    compiler,
    nonce,
    say: sayIn(lang),
    extensions: acceptPictures((picture, at) => shell.takePicture(picture, at)),
  });
  const pictures = new PictureList(server, (addresses: ReadonlyMap<string, string>, problems: Problems) =>
    compiler.setPictures(addresses, problems),
  );
  editor.listen((event) => event === "slides" && pictures.want(editor.reply?.pictures ?? []));
  const shell = new Shell({ editor, server, compiler, formats: kit.formats }, lang);
  const saving = new Saving(editor, server, new Drafts(kit.path, localStorage), {
    say: (text) => shell.say(text),
    connected: (connected) => shell.setConnected(connected),
    assetsChanged: () => pictures.again(),
    templatesChanged: () =>
      void server.readKit().then((next) => {
        compiler.setKit(next);
        shell.redraw();
      }),
  });
  shell.saving = saving;
  listenToShortcuts((action) => shell.run(action));
  await saving.restore();
  editor.view.focus();
}

/** What was chosen on the command line, or here before; else the browser's, where it is one of ours. */
function chooseLang(asked: Lang | null): Lang {
  const known = (lang: string | null): Lang | undefined => (["he", "ar", "en"] as const).find((code) => code === lang);
  return known(localStorage.getItem("tadrich.lang")) ?? known(asked) ?? "he";
}
