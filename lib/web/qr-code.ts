import makeSquare from "qrcode-generator";

/**
 * A text as a square for a camera: an SVG in a `data:` address, made here and asked of nobody. Dark on light in both schemes,
 * because many apps read no other; with the quiet edge of four modules that the standard asks for.
 */
export function qrCode(text: string): string {
  const square = makeSquare(0, "M");
  square.addData(text, "Byte");
  square.make();
  const svg = square.createSvgTag({ cellSize: 4, margin: 16, scalable: true });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
