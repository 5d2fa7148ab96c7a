import sharp from "sharp";
import { invalid } from "@/lib/kernel/errors";

const edge = 512;
const maxPixels = 50_000_000;
const accepted = new Set(["jpeg", "png", "webp"]);

/**
 * Draws the logo anew within a square, its transparency kept: what is stored is pixels, so nothing that hides in the file
 * survives. The decoder decides by the bytes what the file is; SVG, which can carry scripts, is none of the three.
 */
export async function drawLogo(bytes: Buffer): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", animated: false });
    const { format } = await picture.metadata();
    if (!accepted.has(format)) throw unreadable();
    return await picture
      .autoOrient()
      .resize(edge, edge, { fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .webp({ quality: 90, alphaQuality: 100 })
      .toBuffer();
  } catch {
    throw unreadable();
  }
}

const unreadable = () => invalid("logo", "is not a picture that can be read. Choose a PNG, JPEG or WebP file");
