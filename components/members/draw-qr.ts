import { toString as draw } from "qrcode";

/** Black on white whatever the theme, since scanners need it so. */
export async function qrPicture(code: string): Promise<string> {
  const svg = await draw(code, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
