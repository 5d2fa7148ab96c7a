import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isLoopbackUrl } from "@/lib/kernel/loopback";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";

/** What FITFLOW_DEMO is for the server; null where there is no demo. */
export type Demo = "1" | "public" | null;

/** Its passwords are public: at a public address the demo has to be asked for by hand. */
export function demoSetting(public_url: string, wanted: string | undefined): Demo {
  if (isLoopbackUrl(public_url)) return "1";
  return wanted === "public" ? "public" : null;
}

export const demoLeftOut = async (): Promise<string> =>
  "left out, since PUBLIC_URL is public and the demo's passwords are too; FITFLOW_DEMO=public fills it in";

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
