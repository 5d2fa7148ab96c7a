import { toString as draw } from "qrcode";

/** Always black on white, because scanners need the contrast. */
export async function qrDataUrl(code: string): Promise<string> {
  const svg = await draw(code, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
