import { expect } from "vitest";

/** The pictures by key, from every database that is seeded. The same key always has the same bytes. */
const pictures = new Map<string, Buffer>();

export async function store(key: string, bytes: Buffer): Promise<void> {
  const known = pictures.get(key);
  if (known && !known.equals(bytes)) throw new Error(`Two pictures have the key ${key}`);
  pictures.set(key, bytes);
}

type Rows = <T>(sql: string) => Promise<T[]>;

export async function expectPictures(rows: Rows): Promise<void> {
  const files = await rows<{ kind: string; storage_key: string; size_bytes: string }>("select * from files");
  expect(files.filter(({ kind }) => kind === "logo").length).toBe(2);
  for (const { storage_key, size_bytes } of files) {
    const bytes = pictures.get(storage_key);
    expect(bytes?.subarray(8, 12).toString()).toBe("WEBP");
    expect(bytes?.length).toBe(Number(size_bytes));
    expect(Number(size_bytes)).toBeLessThan(10_000);
  }
  const [counted] = await rows<{ all: number; with_photo: number; photos: number }>(
    "select count(*)::int as all, count(photo_file_id)::int as with_photo, count(distinct photo_file_id)::int as photos from members",
  );
  expect(counted?.photos).toBe(counted?.with_photo);
  expect((counted?.with_photo ?? 0) / (counted?.all ?? 1)).toBeGreaterThan(0.6);
}
