import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";

const mark = (data_dir: string) => join(data_dir, "demo.json");

export function holdsDemo(data_dir: string): boolean {
  return existsSync(mark(data_dir));
}

/** Fills an empty database, and only an empty one: a gym that is in use never meets invented members. */
export async function seedOnce(data_dir: string, owner_url: string, progress: Progress): Promise<string> {
  // Loaded late: the modules of the server read their environment when they are first used.
  const { isEmpty, seedDemo } = await import("@/db/seed");
  if (!(await isEmpty(owner_url))) return "the database has data, nothing to do";
  await seedDemo({ owner_url }, progress);
  writeFileSync(mark(data_dir), "{}\n");
  return "two gyms";
}
