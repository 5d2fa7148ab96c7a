import { rmSync } from "node:fs";
import { join } from "node:path";
import { deleteEmbedded } from "@/scripts/postgres/embedded";

// Deleted by name, because the data folder may contain files of other programs.
const OURS = ["postgres.json", "secrets.json", "demo.json", "server.log", "server.log.1", "files"];

export async function deleteEverything(data_dir: string): Promise<string> {
  await deleteEmbedded(data_dir);
  for (const name of OURS) rmSync(join(data_dir, name), { recursive: true, force: true });
  return `deleted what was in ${data_dir}`;
}
