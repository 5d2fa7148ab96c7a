import sharp from "sharp";
import { invalid } from "@/lib/kernel/errors";

const edge = 512;
const maxPixels = 50_000_000;
const accepted = new Set(["jpeg", "png", "webp"]);

/**
 * Draws the picture anew: what is stored is pixels, so neither a camera's notes nor a second file hidden behind the first
 * survive. The type is what the first bytes say; the decoder must agree.
 */
export async function drawPortrait(bytes: Buffer): Promise<Buffer> {
  const sniffed = sniff(bytes);
  if (!sniffed) throw unreadable();
  try {
    const picture = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", animated: false });
    const { format } = await picture.metadata();
    if (format !== sniffed || !accepted.has(format)) throw unreadable();
    return await picture
      .autoOrient()
      .resize(edge, edge, { fit: "cover", position: "attention" })
      .flatten({ background: "#ffffff" })
      .webp({ quality: 82 })
      .toBuffer();
  } catch {
    throw unreadable();
  }
}

function sniff(bytes: Buffer): "jpeg" | "png" | "webp" | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "jpeg";
  if (bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return "png";
  const is_webp = bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP";
  return is_webp ? "webp" : null;
}

const unreadable = () => invalid("photo", "is not a picture that can be read. Choose a JPEG, PNG or WebP file");
