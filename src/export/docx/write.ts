export async function writeDocx(): Promise<Uint8Array> { return new Uint8Array(); }
