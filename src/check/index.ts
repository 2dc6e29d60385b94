/** The check room: what is wrong in a deck, and the fixes that are safe. Pure; Node or browser. */
export { type CheckOptions, check, checkSource } from "./check.ts";
export { applySafeFixes, type Fixed, fixSource } from "./fix.ts";
