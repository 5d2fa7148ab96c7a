import { relative } from "node:path";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_ROOT } from "@/db/seed/accounts";
import { duration, say } from "@/scripts/bootstrap/steps.mjs";
import type { Demo } from "./demo";

type Greeting = { url: string; demo: Demo; took_ms: number; log: string };

export function greet({ url, demo, took_ms, log }: Greeting): void {
  say(`\nFitFlow Pro is ready after ${duration(took_ms)}.\n`);
  row("Open", url);
  if (demo) {
    row("Admin", `${url}/manage/iron-temple`);
    row("Desk", `${url}/desk/iron-temple`);
  }
  row("API", `${url}/docs`);
  row("Log", relative(process.cwd(), log));
  if (demo) {
    say(`\nDemo accounts, all with the password ${DEMO_PASSWORD}\n`);
    for (const [email, role] of DEMO_ACCOUNTS) {
      if (demo === "public" && email === DEMO_ROOT) continue;
      say(`  ${email.padEnd(28)} ${role}`);
    }
  }
  say("\nCtrl-C stops it.");
}

function row(name: string, value: string): void {
  say(`  ${name.padEnd(8)} ${value}`);
}
