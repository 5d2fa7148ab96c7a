import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "playwright";
import { DEMO_PASSWORD } from "@/lib/values/demo";
import { number, printTable } from "@/scripts/bench/table";
import { say } from "@/scripts/bootstrap/steps.mjs";
import { chromiumFlags, findChromium } from "@/scripts/testing/chromium";
import { measureLoads } from "./load";
import { measureNavigation } from "./navigation";

const usage = `npm run bench:pages -- [--url http://127.0.0.1:3000] [--email …] [--member …] [--password …] [--rounds 20]

Measures a running server in Chromium: from a click in the side bar to the next page, and the first load of pages on a slowed
phone. Without accounts it uses those of the demo.`;

type Options = { url: string; email: string; member: string; password: string; rounds: number };

function optionsOf(argv: string[]): Options {
  const { values } = parseArgs({
    args: argv,
    options: {
      help: { type: "boolean", default: false },
      url: { type: "string", default: "http://127.0.0.1:3000" },
      email: { type: "string", default: "owner@demo.fitflow.test" },
      member: { type: "string", default: "member@demo.fitflow.test" },
      password: { type: "string", default: DEMO_PASSWORD },
      rounds: { type: "string", default: "20" },
    },
  });
  const rounds = Number(values.rounds);
  if (values.help || !Number.isInteger(rounds) || rounds < 1) throw new Error(usage);
  const { url, email, member, password } = values;
  return { url, email, member, password, rounds };
}

/** The page to which the account is led. */
async function signedIn(browser: Browser, { url, password }: Options, email: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })).newPage();
  // tsx wraps the functions that this program sends to the page into calls of this name.
  await page.context().addInitScript("globalThis.__name ??= (value) => value");
  await page.goto("/sign-in", { waitUntil: "networkidle" });
  await page.getByLabel("E-mail").or(page.getByLabel("Email")).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/(manage|me)\//);
  return page;
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags() });
  try {
    const owner = await signedIn(browser, options, options.email);
    const member = await signedIn(browser, options, options.member);
    const navigation = await measureNavigation(owner, options.rounds);
    printTable(
      ["to", "p50 ms", "p95 ms"],
      navigation.map(({ name, p50, p95 }) => [name, number(p50), number(p95)]),
    );
    const loads = [
      ...(await measureLoads(
        owner,
        ["/", "/sign-in", "/sign-up", home(owner), `${home(owner)}/members`],
        options.rounds,
      )),
      ...(await measureLoads(member, [home(member)], options.rounds)),
    ];
    printTable(
      ["phone, medians", "first paint ms", "largest paint ms", "blocked ms", "layout shift", "script kB"],
      loads.map(({ name, ...figures }) => [name, ...Object.values(figures).map(number)]),
    );
  } finally {
    await browser.close();
  }
}

const home = (page: Page): string => new URL(page.url()).pathname.split("/").slice(0, 3).join("/");

main().catch((error: Error) => {
  say(error.message);
  process.exitCode = 1;
});
