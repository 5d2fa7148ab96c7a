import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { type Progress, Stopped } from "@/scripts/bootstrap/steps.mjs";
import { runNode } from "./child";
import { isEnding } from "./cleanup";
import { fingerprint } from "./fingerprint";

const RELEASES = ".release";
const KEPT = 2;

export type Release = { folder: string; summary: string };

const folderOf = (root: string): string => join(root, RELEASES, fingerprint(root));

/** The build of the current sources; null where there is none. */
export function findRelease(root: string): string | null {
  const folder = folderOf(root);
  return existsSync(folder) ? folder : null;
}

/**
 * Builds the current sources into a folder named after their fingerprint. Unchanged sources are not rebuilt, and a new build does not
 * affect a running server.
 */
export async function prepareRelease(root: string, progress: Progress): Promise<Release> {
  const folder = folderOf(root);
  if (existsSync(folder)) {
    const now = new Date();
    utimesSync(folder, now, now);
    return { folder, summary: "up to date" };
  }
  await build(root, progress);
  progress("packing");
  pack(root, folder);
  forgetOld(join(root, RELEASES));
  return { folder, summary: "built" };
}

async function build(root: string, progress: Progress): Promise<void> {
  const { code, text } = await runNode(
    [join(root, "node_modules/next/dist/bin/next"), "build"],
    { cwd: root, env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", CI: "1" } },
    (line) => {
      const pages = /\((\d+)\/(\d+)\)/.exec(line);
      const label = line.replace(/^[^A-Za-z]+/, "").replace(/\s*(\.{3}|in \d|\().*$/, "");
      if (label && label.length < 60)
        progress(label, pages ? Number(pages[1]) : undefined, pages ? Number(pages[2]) : undefined);
    },
  );
  if (code !== 0 && isEnding()) throw new Stopped("The build was stopped.");
  if (code !== 0) throw new Error(`The build failed:\n${text.split("\n").slice(-40).join("\n")}`);
}

function pack(root: string, folder: string): void {
  const partial = `${folder}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(join(root, RELEASES), { recursive: true });
  renameSync(join(root, ".next/standalone"), partial);
  // The build copies .env next to the server. The server gets its settings through the environment instead.
  for (const name of readdirSync(partial).filter((entry) => entry.startsWith(".env"))) rmSync(join(partial, name));
  cpSync(join(root, ".next/static"), join(partial, ".next/static"), { recursive: true });
  cpSync(join(root, "scripts/processes"), join(partial, "processes"), { recursive: true });
  if (existsSync(join(root, "public"))) cpSync(join(root, "public"), join(partial, "public"), { recursive: true });
  renameSync(partial, folder);
}

function forgetOld(releases: string): void {
  const folders = readdirSync(releases).map((name) => join(releases, name));
  folders.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of folders.slice(KEPT)) rmSync(old, { recursive: true, force: true });
}
