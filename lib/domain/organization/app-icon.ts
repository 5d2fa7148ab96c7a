import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { Problem } from "@/lib/kernel/errors";
import { mailColours } from "@/lib/providers/email/layout";
import { loadFonts } from "@/lib/providers/pdf/fonts";
import { initials } from "@/lib/values/person-name";
import { findImage, readImage } from "./stored-images";

export const appIconSizes = [180, 192, 512] as const;

type Gym = { id: string; name: string; brand_color: string; logo_file_id: string | null };

/** The part of a maskable icon that no platform cuts off. */
const safeShare = 0.6;

/** The icon of the installed member pages: the logo on white, otherwise the first letter of the gym's name on its colour. PNG. */
export async function drawAppIcon(gym: Gym, size: number): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const inner = Math.round(size * safeShare);
  const logo = gym.logo_file_id ? await readLogo(gym.id) : null;
  if (logo) {
    const mark = await sharp(logo)
      .resize(inner, inner, { fit: "contain", background: { r: 255, g: 255, b: 255, alpha: 0 } })
      .toBuffer();
    const sheet = sharp({ create: { width: size, height: size, channels: 3, background: "#ffffff" } });
    return sheet
      .composite([{ input: mark, gravity: "centre" }])
      .png()
      .toBuffer();
  }
  return sharp(Buffer.from(await letterSvg(gym, size, inner)))
    .png()
    .toBuffer();
}

/** Null where the storage has lost the file: the icon then shows the letter. */
async function readLogo(organization_id: string): Promise<Buffer | null> {
  try {
    const row = await inTenant({ organization_id, user_id: null }, (db) =>
      findImage(
        db,
        organization_id,
        db.select({ id: organizations.logo_file_id }).from(organizations).where(eq(organizations.id, organization_id)),
      ),
    );
    return (await readImage(row)).bytes;
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return null;
    throw error;
  }
}

/** The letter as a path of the product's font, because a server may have no fonts. */
async function letterSvg({ name, brand_color }: Gym, size: number, inner: number): Promise<string> {
  const { fill, on_fill } = mailColours(brand_color);
  const letter = [...initials(name)][0] ?? "F";
  const { strong } = await loadFonts();
  const font = /\p{Script=Devanagari}/u.test(letter) ? strong.devanagari : strong.other;
  const [glyph] = font.layout(letter).glyphs;
  const box = glyph?.bbox;
  const [width, height] = box ? [box.maxX - box.minX, box.maxY - box.minY] : [1, 1];
  const scale = (inner * 0.8) / Math.max(width, height);
  const left = size / 2 - ((box?.minX ?? 0) + width / 2) * scale;
  const base = size / 2 + ((box?.minY ?? 0) + height / 2) * scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect width="${size}" height="${size}" fill="${fill}"/>
    <path d="${glyph?.path.toSVG() ?? ""}" fill="${on_fill}" transform="translate(${left} ${base}) scale(${scale} ${-scale})"/></svg>`;
}
