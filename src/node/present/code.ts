import qrcode from "qrcode-generator";

/** Modules of empty space around the code (ISO/IEC 18004 asks for four). */
const QUIET = 4;

/** A QR code of an address, as the data: address of a drawing that needs no pixels. */
export function codeOf(address: string): string {
  // Type 0 chooses the smallest version that holds the address; M restores up to 15 % of a code seen from the back row.
  const code = qrcode(0, "M");
  code.addData(address);
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * QUIET;
  let path = "";
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
  }
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}`;
}
