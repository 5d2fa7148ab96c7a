import { createHash } from "node:crypto";
import type { Client } from "pg";
import sharp from "sharp";
import { type Random, random } from "./random";
import { isoInstant } from "./wall-clock";

/** The faces and logos of the demo are drawn here. No picture of a person is used. */
const edge = 256;
/** Faces per gym. Members share them, because each file costs time and the lists show few at once. */
const faces = 24;
/** Every third member has no portrait, as in a real gym. */
const without = 3;

const skins = ["#f1c9a5", "#e0ac86", "#c68642", "#8d5524", "#5c3a21", "#f6d7bd"];
const hairs = ["#1c1a19", "#3b2a20", "#6b4a2b", "#a8763e", "#c9c3bb", "#7a2e1d"];
const shirts = ["#2f5d62", "#8c3b3b", "#3d4f7c", "#6b5b3e", "#4a6741", "#554466"];
const walls = ["#e8e4dc", "#dfe7ea", "#e9dfe3", "#e2e8dd", "#ece6d6", "#dde0ec"];

function face(rng: Random): string {
  const [skin, hair, shirt, wall] = [rng.pick(skins), rng.pick(hairs), rng.pick(shirts), rng.pick(walls)];
  const wide = 46 + rng.integer(0, 10);
  const crown = rng.integer(0, 3);
  const mouth = rng.integer(4, 10);
  const hairShapes = [
    `<path d="M${128 - wide - 4} 118c0-60 20-80 ${wide + 4}-80s${wide + 4} 20 ${wide + 4} 80c-8-28-20-40-${wide + 4}-40s-${wide - 6} 12-${wide + 4} 40z"/>`,
    `<path d="M${128 - wide - 8} 190c-6-100 8-154 ${wide + 8}-154s${wide + 14} 54 ${wide + 8} 154h-20c4-60 2-96-${wide - 12}-106-30 10-46 46-${wide - 30} 106z"/>`,
    `<path d="M${128 - wide} 96c6-40 24-56 ${wide}-56s${wide - 6} 16 ${wide} 56c-30-16-70-16-${2 * wide} 0z"/><circle cx="128" cy="36" r="20"/>`,
    "",
  ];
  const glasses = rng.chance(0.25)
    ? '<g fill="none" stroke="#333" stroke-width="4"><circle cx="108" cy="122" r="14"/><circle cx="148" cy="122" r="14"/><path d="M122 122h12"/></g>'
    : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="${wall}"/>
    <path d="M40 256c0-54 40-72 88-72s88 18 88 72z" fill="${shirt}"/><rect x="108" y="160" width="40" height="40" rx="16" fill="${skin}"/>
    <ellipse cx="128" cy="122" rx="${wide}" ry="58" fill="${skin}"/><g fill="${hair}">${hairShapes[crown]}</g>
    <g fill="#26201c"><circle cx="108" cy="122" r="5"/><circle cx="148" cy="122" r="5"/></g>${glasses}
    <path d="M110 152q18 ${mouth} 36 0" fill="none" stroke="#26201c" stroke-width="4" stroke-linecap="round"/></svg>`;
}

const logo = (letters: string, color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" rx="56" fill="${color}"/>
    <g fill="none" stroke="#fff" stroke-width="14" stroke-linecap="round"><path d="M56 196h144M72 176v40M184 176v40"/></g>
    <text x="128" y="140" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="104" fill="#fff">${letters}</text></svg>`;

/** Puts the bytes of a file where the server reads them. */
export type StoreFile = (key: string, bytes: Buffer) => Promise<void>;

type Gym = { id: string; slug: string; name: string; brand_color?: string | null };

const drawn = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg)).resize(edge, edge).webp({ quality: 82 }).toBuffer();

/**
 * Draws the logo of a gym and portraits of its members, and stores them. The same seed gives the same pictures. A face is drawn once
 * and stored for each of its members, because replacing a photo deletes its file.
 */
export async function writePictures(client: Client, gym: Gym, now_ms: number, store: StoreFile): Promise<void> {
  const rng = random(`${gym.slug} pictures`);
  const letters = gym.name
    .split(" ")
    .map((word) => word[0] ?? "")
    .join("")
    .slice(0, 2);
  const [mark, ...portraits] = await Promise.all([
    drawn(logo(letters, gym.brand_color ?? "#333333")),
    ...Array.from({ length: faces }, () => drawn(face(rng))),
  ]);
  const { rows } = await client.query<{ id: string }>(
    "select id from members where organization_id = $1 order by member_code",
    [gym.id],
  );
  const files = rows.flatMap((member, index) => {
    const bytes = portraits[index % faces];
    return bytes && index % without !== 0
      ? [{ ...fileOf(gym.id, "photo", rng.id(now_ms)), member_id: member.id, bytes }]
      : [];
  });
  const logoFile = { ...fileOf(gym.id, "logo", rng.id(now_ms)), bytes: mark };
  const all = [logoFile, ...files];
  await Promise.all(all.map(({ key, bytes }) => store(key, bytes)));
  await client.query(
    `insert into files (id, organization_id, kind, storage_key, content_type, size_bytes, sha256, created_at)
     select f.id, $1, f.kind, f.key, 'image/webp', f.size, f.sha256, $3
     from json_to_recordset($2::json) as f (id uuid, kind text, key text, size bigint, sha256 text)`,
    [
      gym.id,
      JSON.stringify(all.map(({ bytes, ...file }) => ({ ...file, size: bytes.length, sha256: sha256(bytes) }))),
      isoInstant(now_ms),
    ],
  );
  await client.query("update organizations set logo_file_id = $2 where id = $1", [gym.id, logoFile.id]);
  await client.query(
    `update members m set photo_file_id = f.id from json_to_recordset($2::json) as f (id uuid, member_id uuid)
     where m.organization_id = $1 and m.id = f.member_id`,
    [gym.id, JSON.stringify(files.map(({ id, member_id }) => ({ id, member_id })))],
  );
}

const fileOf = (organization_id: string, kind: "photo" | "logo", id: string) => ({
  id,
  kind,
  key: `${organization_id}/${kind}/${id}.webp`,
});

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
