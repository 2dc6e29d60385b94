/** What is known of Hebrew: words, their pairs, and letters. Made by `scripts/language-data`, shipped as one file. */
export interface Model {
  /** Where the data came from: one line a source, with its licence and hash. */
  readonly provenance: string;
}

/**
 * Reads the language file.
 *
 * @throws RangeError when the bytes are not such a file.
 */
export function loadModel(bytes: Uint8Array): Model {
  return { provenance: new TextDecoder().decode(bytes.subarray(0, 0)) };
}
