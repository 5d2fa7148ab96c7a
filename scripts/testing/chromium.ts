import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import { runNode } from "@/scripts/start/child";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** An installed browser: the one of CHROMIUM_PATH, the system's, or an earlier download. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return named;
  }
  return [...INSTALLED, chromium.executablePath()].find(starts) ?? null;
}

/** Chromium refuses its sandbox to root. */
export function chromiumFlags(): string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

/** Finds a browser or installs one: the distribution's package if permitted, else Playwright's download. */
export async function obtainChromium(progress: Progress): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    progress("installing chromium");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { env, stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env, stdio: "ignore" });
    const installed = findChromium();
    if (installed) return installed;
  }
  progress("downloading chromium");
  await runNode(["node_modules/playwright/cli.js", "install", "chromium"], {}, (line) => progress(line.slice(0, 60)));
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  throw new Error(
    "There is no Chromium for the end-to-end tests. Install chromium or Chrome, or name one with CHROMIUM_PATH.",
  );
}

// Some distributions install a stub script instead of the browser.
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true;
  try {
    execFileSync(path, ["--version"], { stdio: "pipe", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
