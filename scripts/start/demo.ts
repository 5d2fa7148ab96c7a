import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";

type Seed = {
  isEmpty: (owner_url: string) => Promise<boolean>;
  seedDemo: (
    target: { owner_url: string },
    onProgress: (label: string, done: number, total: number) => void,
  ) => Promise<void>;
};

const mark = (data_dir: string) => join(data_dir, "demo.json");

export function holdsDemo(data_dir: string): boolean {
  return existsSync(mark(data_dir));
}

/** Fills an empty database, and only an empty one: a gym that is in use never meets invented members. */
export async function seedOnce(data_dir: string, owner_url: string, progress: Progress): Promise<string> {
  const seed = join(process.cwd(), "db/seed/index.ts");
  if (!existsSync(seed)) return "there is no demo yet";
  const { isEmpty, seedDemo } = (await import(seed)) as Seed;
  if (!(await isEmpty(owner_url))) return "the database has data, nothing to do";
  await seedDemo({ owner_url }, progress);
  writeFileSync(mark(data_dir), "{}\n");
  return "two gyms";
}
