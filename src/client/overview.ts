import type { Say, SlideElement } from "./data.ts";
import { type Child, h } from "./dom.ts";
import type { Stroke } from "./messages.ts";
import type { Order } from "./model.ts";
import { openDialog } from "./overlay.ts";
import { buildPreview } from "./preview.ts";

export interface OverviewOptions {
  readonly slides: readonly SlideElement[];
  readonly order: Order;
  readonly current: number;
  readonly say: Say;
  readonly rtl: boolean;
  readonly strokesOf: (slide: number) => readonly Stroke[];
  readonly go: (slide: number) => void;
}

/** Opens all slides as a grid in reading order, part by part, with the backup slides at the end. */
export function openOverview(options: OverviewOptions): HTMLDialogElement {
  const { order, slides, say } = options;
  const groups = groupByPart(order.run, slides, say("noPart"));
  if (order.backup.length > 0) groups.push({ title: say("backups"), slides: order.backup });
  const drawing = drawWhenSeen(options);
  const numbers = new Map([...order.run, ...order.backup].map((slide, position) => [slide, position + 1]));
  const content = groups.flatMap(({ title, slides: members }): readonly Child[] => [
    groups.length > 1 ? h("h3", {}, title) : null,
    h(
      "ul",
      { class: "thumbs" },
      ...members.map((slide) => buildThumb(slide, numbers.get(slide) ?? 0, options, choose)),
    ),
  ]);
  const dialog = openDialog(say("overview"), "overview", say, ...content);
  const thumbs = [...dialog.querySelectorAll<HTMLButtonElement>(".thumb")];
  for (const thumb of thumbs) drawing.observe(thumb);
  dialog.addEventListener("close", () => drawing.disconnect());
  dialog.addEventListener("keydown", (event) => moveByArrow(event, thumbs, options.rtl));
  const current = thumbs.find((thumb) => thumb.getAttribute("aria-current") === "true");
  current?.focus();
  current?.scrollIntoView({ block: "center" });
  return dialog;

  function choose(slide: number): void {
    dialog.close();
    options.go(slide);
  }
}

interface Group {
  readonly title: string;
  readonly slides: readonly number[];
}

function groupByPart(run: readonly number[], slides: readonly SlideElement[], opening: string): Group[] {
  const groups: { title: string; slides: number[] }[] = [];
  for (const slide of run) {
    const title = slides[slide]?.part || opening;
    const last = groups.at(-1);
    if (last?.title === title) last.slides.push(slide);
    else groups.push({ title, slides: [slide] });
  }
  return groups;
}

function buildThumb(slide: number, number: number, options: OverviewOptions, choose: (slide: number) => void): Node {
  const title = options.slides[slide]?.title ?? "";
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: "thumb",
        "data-slide": slide,
        "aria-current": slide === options.current ? "true" : null,
        click: () => choose(slide),
      },
      h("span", { class: "thumb-picture" }),
      h("span", { class: "thumb-label" }, h("span", { class: "thumb-number" }, String(number)), " ", title),
    ),
  );
}

/** Draws a slide's picture only when it comes near the view: a thousand pictures at once would take seconds. */
function drawWhenSeen({ slides, strokesOf }: OverviewOptions): IntersectionObserver {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        const index = Number((target as HTMLElement).dataset.slide);
        const slide = slides[index];
        if (slide) target.querySelector(".thumb-picture")?.append(buildPreview(slide, slide.steps, strokesOf(index)));
      }
    },
    { rootMargin: "300px" },
  );
  return observer;
}

function moveByArrow(event: KeyboardEvent, thumbs: readonly HTMLButtonElement[], rtl: boolean): void {
  const at = thumbs.indexOf(document.activeElement as HTMLButtonElement);
  const columns = thumbs.findIndex((thumb) => thumb.offsetTop > (thumbs[0]?.offsetTop ?? 0));
  const row = columns > 0 ? columns : thumbs.length;
  const side = rtl ? 1 : -1;
  const by = { ArrowLeft: side, ArrowRight: -side, ArrowDown: row, ArrowUp: -row }[event.code];
  if (by === undefined || at < 0) return;
  event.preventDefault();
  thumbs[Math.min(Math.max(at + by, 0), thumbs.length - 1)]?.focus();
}
