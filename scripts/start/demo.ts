import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isLoopbackUrl } from "@/lib/kernel/loopback";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";

/** The server's FITFLOW_DEMO; null without a demo. */
export type Demo = "1" | "public" | null;

/** The demo passwords are public, so on a public URL the demo must be enabled explicitly. */
export function demoSetting(public_url: string, wanted: string | undefined): Demo {
  if (isLoopbackUrl(public_url)) return "1";
  return wanted === "public" ? "public" : null;
}

export const demoLeftOut = async (): Promise<string> =>
  "skipped, because PUBLIC_URL and the demo passwords are public; enable it with FITFLOW_DEMO=public";

const mark = (data_dir: string) => join(data_dir, "demo.json");

export function hasDemo(data_dir: string): boolean {
  return existsSync(mark(data_dir));
}

/** Seeds only an empty database. */
export async function seedOnce(data_dir: string, owner_url: string, progress: Progress): Promise<string> {
  // Lazy import, because the server modules read the environment on load.
  const [{ isEmpty, seedDemo }, { diskStorage }] = await Promise.all([
    import("@/db/seed"),
    import("@/lib/providers/storage"),
  ]);
  if (!(await isEmpty(owner_url))) return "the database has data, nothing to do";
  const files = diskStorage(join(data_dir, "files"));
  await seedDemo({ owner_url, store: (key, bytes) => files.put(key, bytes) }, progress);
  writeFileSync(mark(data_dir), "{}\n");
  return "two gyms";
}
