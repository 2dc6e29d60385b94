import { h } from "../dom.ts";
import { prose } from "../prose.ts";
import type { Mistake } from "./messages.ts";

/** A strip over the last good deck that names file, line and message of what is wrong in the source. */
export interface Strip {
  show(mistakes: readonly Mistake[]): void;
}

export function buildStrip(): Strip {
  const element = h("div", { class: "live-strip", role: "alert", hidden: true });
  document.body.append(element);
  return {
    show(mistakes) {
      element.hidden = mistakes.length === 0;
      element.replaceChildren(
        ...mistakes.map(({ path, line, message }) =>
          h(
            "p",
            {},
            // The place reads from left to right, and must not be torn apart by the message's direction.
            h("bdi", { dir: "ltr", class: "live-place" }, line === null ? path : `${path}:${line}`),
            " ",
            h("span", { dir: "auto" }, ...prose(message)),
          ),
        ),
      );
    },
  };
}
