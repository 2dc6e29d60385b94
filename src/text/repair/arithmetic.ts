/**
 * Where the networks work: numbers in a memory of WebAssembly, and what `arithmetic.wat` does with them, four or eight at a
 * time (SIMD, in every engine that runs this), which is ten to twenty times as fast as loops.
 */

import { arithmeticCode } from "./arithmetic-code.ts";

/** What `arithmetic.wat` exports; all addresses and sizes are in bytes. */
interface Exports {
  addProduct(vector: number, vectorEnd: number, sums: number, sumsEnd: number, matrix: number, rowSize: number): void;
  multiply(
    state: number,
    short: number,
    shortEnd: number,
    sums: number,
    sumsEnd: number,
    matrix: number,
    pairSize: number,
    scale: number,
  ): void;
  step(word: number, within: number, bias: number, state: number, made: number, size: number): void;
  judge(
    bias: number,
    biasEnd: number,
    out: number,
    first: number,
    second: number,
    third: number,
    fourth: number,
  ): number;
}

export interface Workshop extends Exports {
  /** The memory as 32-bit floats, and as whole numbers of 16 bits. */
  readonly floats: Float32Array;
  readonly shorts: Int16Array;
}

const compiled = new WebAssembly.Module(Uint8Array.from(atob(arithmeticCode), (character) => character.charCodeAt(0)));
const PAGE = 65_536;

/** Bytes of a float. */
export const FLOAT = Float32Array.BYTES_PER_ELEMENT;
/** Rows of floats are filled up with nothing to a multiple of so many. */
export const BLOCK = 16;
/** A state is multiplied as whole numbers of which so many are 1. */
export const STATE_STEPS = 16_384;

/** A memory of its own, of so many bytes, with what works in it. */
export function makeWorkshop(bytes: number): Workshop {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { addProduct, multiply, step, judge } = new WebAssembly.Instance(compiled, { numbers: { memory } })
    .exports as unknown as Exports;
  const [floats, shorts] = [new Float32Array(memory.buffer), new Int16Array(memory.buffer)];
  return { floats, shorts, addProduct, multiply, step, judge };
}

/** A length, filled up to whole blocks. */
export function inBlocks(length: number): number {
  return Math.ceil(length / BLOCK) * BLOCK;
}
