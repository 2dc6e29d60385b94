import { ChangeSet, Text } from "@codemirror/state";
import { expect, test } from "vitest";
import { Disk } from "./disk.ts";

const RAW = "\uFEFF## אחת\r\n\r\n- א\n- ב\r\n";
const TEXT = "## אחת\n\n- א\n- ב\n";
const insert = (at: number, text: string, length: number) => ChangeSet.of({ from: at, insert: text }, length);

test("what was not edited stays byte for byte: the mark at the start, and mixed line ends", () => {
  const disk = new Disk({ text: RAW, hash: "1" });
  expect(disk.text).toBe(TEXT);
  expect(disk.raw()).toBe(RAW);
  disk.record(insert(TEXT.indexOf("- ב"), "- חדשה\n", TEXT.length));
  expect(disk.raw()).toBe("\uFEFF## אחת\r\n\r\n- א\n- חדשה\r\n- ב\r\n");
});

test("what is typed while a save is under way is unsaved after it", () => {
  const disk = new Disk({ text: "א\r\n", hash: "1" });
  disk.record(insert(1, "ב", 2));
  expect(disk.send()).toBe("אב\r\n");
  disk.record(insert(2, "ג", 3));
  disk.arrived("2");
  expect([disk.base.text, disk.raw(), disk.isDirty]).toEqual(["אב\r\n", "אבג\r\n", true]);
});

test("a save that fails loses nothing", () => {
  const disk = new Disk({ text: "א", hash: "1" });
  disk.record(insert(1, "ב", 1));
  disk.send();
  disk.record(insert(2, "ג", 2));
  disk.failed();
  expect([disk.base.text, disk.raw()]).toEqual(["א", "אבג"]);
});

test("on another version of the file the same document has other changes", () => {
  const disk = new Disk({ text: "א\n", hash: "1" });
  disk.rebase({ text: "א\r\nב\r\n", hash: "2" }, Text.of(["א", "ב", "ג", ""]));
  expect(disk.raw()).toBe("א\r\nב\r\nג\r\n");
  disk.rebase({ text: "א\r\nב\r\nג\r\n", hash: "3" }, Text.of(["א", "ב", "ג", ""]));
  expect(disk.isDirty).toBe(false);
});
