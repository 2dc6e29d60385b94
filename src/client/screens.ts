import type { Say } from "./data.ts";
import { h } from "./dom.ts";
import { openDialog } from "./overlay.ts";

/** The parts of the Window Management API that are used (https://www.w3.org/TR/window-management/). */
interface ScreenDetails {
  readonly screens: readonly object[];
  readonly currentScreen: object;
}
interface ManagedWindow {
  getScreenDetails?(): Promise<ScreenDetails>;
}

/** Whether the browser says that there is more than one screen. */
export function hasTwoScreens(): boolean {
  const { isExtended } = window.screen as { isExtended?: boolean };
  return isExtended === true && typeof (window as ManagedWindow).getScreenDetails === "function";
}

/** Offers to show the deck in full screen on the screen where this window is not. The browser asks for permission. */
export function offerScreens(say: Say): void {
  const dialog = openDialog(
    say("placeWindows"),
    "screens",
    say,
    h("p", {}, say("twoScreens")),
    h(
      "p",
      { class: "actions" },
      h("button", { type: "button", class: "button primary", click: () => void place() }, say("placeWindows")),
      h("button", { type: "button", class: "button", click: () => dialog.close() }, say("notNow")),
    ),
  );
  async function place(): Promise<void> {
    try {
      await showOnOtherScreen();
      dialog.close();
    } catch {
      dialog.querySelector(".overlay-body")?.replaceChildren(h("p", { role: "alert" }, say("placeFailed")));
    }
  }
}

async function showOnOtherScreen(): Promise<void> {
  const details = await (window as ManagedWindow).getScreenDetails?.();
  const other = details?.screens.find((screen) => screen !== details.currentScreen);
  if (!other) throw new Error("There is no other screen.");
  await document.documentElement.requestFullscreen({ screen: other } as FullscreenOptions);
}
