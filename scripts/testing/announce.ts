import { existsSync } from "node:fs";
import { say } from "@/scripts/bootstrap/steps.mjs";
import type { TestStep } from "@/scripts/bootstrap/test-steps.mjs";
import { accountNotice } from "@/scripts/postgres/account";
import { findChromium } from "./chromium";

const APT = "/usr/bin/apt-get";

const PACKAGE_NOTICE =
  "The tests in the browser need Chromium, and there is none: as root, this installs the package `chromium` with apt-get. To avoid it, name an installed Chromium or Chrome with CHROMIUM_PATH, or leave the browser out: npm test -- --only types,lint,unit,build";
const DOWNLOAD_NOTICE =
  "The tests in the browser need Chromium, and there is none: this downloads Playwright's build of it into its cache folder. To avoid it, name an installed Chromium or Chrome with CHROMIUM_PATH, or leave the browser out: npm test -- --only types,lint,unit,build";

type Surroundings = {
  has_browser: () => boolean;
  installs_packages: boolean;
  account_notice: () => string | null;
};

/** What the steps will install on this machine, why, and how to avoid it: one sentence for each change. */
export function noticesFor(
  steps: readonly TestStep[],
  { has_browser, installs_packages, account_notice }: Surroundings,
): string[] {
  const uses = (...names: TestStep[]) => steps.some((step) => names.includes(step));
  const account = uses("unit", "e2e", "security") ? account_notice() : null;
  const needs_browser = uses("e2e", "security") && !has_browser();
  const browser = needs_browser ? [installs_packages ? PACKAGE_NOTICE : DOWNLOAD_NOTICE] : [];
  return [...(account ? [account] : []), ...browser];
}

/** Before anything runs: nobody should learn afterwards that their system was changed. */
export function announceChanges(steps: readonly TestStep[]): void {
  const notices = noticesFor(steps, {
    has_browser: hasBrowser,
    installs_packages: process.getuid?.() === 0 && existsSync(APT),
    account_notice: accountNotice,
  });
  for (const notice of notices) say(`${notice}\n`);
}

function hasBrowser(): boolean {
  try {
    return findChromium() !== null;
  } catch {
    // CHROMIUM_PATH names nothing: the step says so, and nothing is installed.
    return true;
  }
}
