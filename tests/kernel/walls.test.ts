import { expect, test } from "vitest";
import { brokenWalls } from "@/tests/support/repository/walls/check";
import { readSources } from "@/tests/support/repository/walls/source";

const file = (path: string, text: string) => ({ path, text });
const from = (wanted: string) => `import { thing } from "${wanted}";\n`;

test("every file follows the rules of imports and places", () => {
  const sources = readSources();
  expect(sources.length).toBeGreaterThan(100);
  expect(brokenWalls(sources)).toEqual([]);
});

test.each([
  ["values import no contract", "lib/values/money.ts", "@/lib/contracts/members/members", "lib/values may not"],
  [
    "values import no other package",
    "lib/values/money.ts",
    "date-fns",
    "lib/values uses no other package than its own few",
  ],
  ["values stay fit for the browser", "lib/values/money.ts", "node:fs", "lib/values runs in the browser too"],
  ["contracts import no table", "lib/contracts/members/members.ts", "@/db/schema", "lib/contracts may not"],
  ["contracts import no kernel", "lib/contracts/members/members.ts", "@/lib/kernel/clock", "lib/contracts may not"],
  ["tables import no contract", "db/schema/members/members.ts", "@/lib/contracts/members/members", "db may not"],
  ["tables import no domain", "db/schema/members/members.ts", "@/lib/domain/members", "db may not"],
  ["the kernel imports no domain", "lib/kernel/operation.ts", "@/lib/domain/members", "lib/kernel may not"],
  ["the kernel knows nothing of Next", "lib/kernel/route.ts", "next/headers", "lib/kernel does not know this package"],
  ["domain knows no framework", "lib/domain/members/enroll.ts", "next/cache", "lib/domain does not know this package"],
  ["domain knows no vendor", "lib/domain/billing/charge.ts", "stripe", "lib/domain does not know this package"],
  ["domain imports no page", "lib/domain/members/enroll.ts", "@/app/page", "lib/domain may not"],
  [
    "an area is entered by its index",
    "lib/domain/access/charge.ts",
    "@/lib/domain/members/find",
    "an area is entered by its index",
  ],
  [
    "an area uses only areas that come before it",
    "lib/domain/members/enroll.ts",
    "@/lib/domain/platform/audit",
    "the area members comes before platform",
  ],
  ["providers import no domain", "lib/providers/email/smtp.ts", "@/lib/domain/members", "lib/providers may not"],
  ["the client imports no kernel", "lib/client/api.ts", "@/lib/kernel/env", "lib/client may not"],
  ["the client stays fit for the browser", "lib/client/api.ts", "node:crypto", "lib/client does not know this package"],
  ["components import no kernel", "components/members/list.tsx", "@/lib/kernel/clock", "components may not"],
  ["components import no domain", "components/members/list.tsx", "@/lib/domain/members", "components may not"],
  ["components import no driver", "components/members/list.tsx", "pg", "components does not know this package"],
  ["pages import no table", "app/me/page.tsx", "@/db/schema", "app may not"],
  ["pages write no SQL", "app/me/page.tsx", "drizzle-orm", "app does not know this package"],
  [
    "pages enter an area by its index",
    "app/me/page.tsx",
    "@/lib/domain/members/find",
    "an area is entered by its index",
  ],
  ["schedules import no table", "inngest/schedules/renew.ts", "@/db/client", "inngest/schedules may not"],
  ["reactions import no table", "inngest/reactions/greet.ts", "@/db/schema", "inngest/reactions may not"],
  [
    "schedules write no SQL",
    "inngest/schedules/renew.ts",
    "drizzle-orm",
    "inngest/schedules does not know this package",
  ],
  [
    "schedules know nothing of who runs them",
    "inngest/schedules/renew.ts",
    "@/inngest/embedded",
    "inngest/schedules may not",
  ],
  ["the executor knows no function", "inngest/embedded/executor.ts", "@/inngest/functions", "inngest/embedded may not"],
  ["the executor knows no domain", "inngest/embedded/executor.ts", "@/lib/domain/members", "inngest/embedded may not"],
  [
    "the executor speaks the protocol, not the SDK",
    "inngest/embedded/executor.ts",
    "inngest",
    "inngest/embedded does not know this package",
  ],
  [
    "jobs enter an area by its index",
    "inngest/schedules/renew.ts",
    "@/lib/domain/members/find",
    "an area is entered by its index",
  ],
  ["the product imports no test", "lib/domain/members/enroll.ts", "@/tests/support/gym/gym", "lib/domain may not"],
  ["the product imports no script", "app/me/page.tsx", "@/scripts/start/up", "app may not"],
  [
    "an import across folders uses @/",
    "scripts/start/up.ts",
    "../database/migrate",
    "across folders with @/, never ../",
  ],
  [
    "neighbours are imported with ./",
    "lib/domain/members/enroll.ts",
    "@/lib/domain/members/find",
    "inside a folder with ./",
  ],
])("%s", (_wall, path, wanted, why) => {
  expect(brokenWalls([file(path, from(wanted))])).toEqual([`${path} imports ${wanted}: ${why}`]);
});

test.each([
  ["@/lib/kernel/clock", "app"],
  ["@/lib/domain/members", "app"],
  ["node:fs", "app"],
  ["jose", "app"],
])("a client component does not import %s", (wanted) => {
  const source = file("app/me/scan.tsx", `"use client";\n\n${from(wanted)}`);
  expect(brokenWalls([source])).toEqual([
    `app/me/scan.tsx imports ${wanted}: a client component sees nothing of the server`,
  ]);
});

test("an import is seen in every shape it may have", () => {
  const text = [
    'import type { A } from "@/db/a";',
    'export { b } from "@/db/b";',
    'import {\n  c,\n} from "@/db/c";',
    'import "@/db/d";',
    'const e = await import("@/db/e");',
    'export * from "@/db/f";',
    '// import { g } from "@/db/g";',
  ].join("\n");
  const seen = brokenWalls([file("app/page.tsx", text)]).map((sentence) => /@\/db\/(\w)/.exec(sentence)?.[1]);
  expect(seen.sort()).toEqual(["a", "b", "c", "d", "e", "f"]);
});

test.each([
  ["new Date()", "const now = new Date();", "lib/kernel/clock.ts"],
  ["Temporal.Now", "const now = Temporal.Now.instant();", "lib/kernel/clock.ts"],
  ["process.env", "const url = process.env.DATABASE_URL;", "lib/kernel/env.ts"],
])("%s is in one place only", (what, text, place) => {
  expect(brokenWalls([file("lib/domain/members/enroll.ts", text)])).toEqual([
    `lib/domain/members/enroll.ts uses ${what}: only ${place} does`,
  ]);
  expect(brokenWalls([file(place, text)])).toEqual([]);
});

test("the time of day is read by two clocks only, the server's and the browser's", () => {
  const text = "const now = Date.now();";
  expect(brokenWalls([file("components/pass/pass-card.tsx", text)])).toEqual([
    "components/pass/pass-card.tsx uses Date.now(): only lib/kernel/clock.ts and lib/client/clock.ts does",
  ]);
  expect(brokenWalls([file("lib/kernel/clock.ts", text), file("lib/client/clock.ts", text)])).toEqual([]);
});

test("state of a process is kept by processState() only", () => {
  const text = "const globals = globalThis as { fitflowCache?: Map<string, string> };";
  expect(brokenWalls([file("lib/domain/members/cache.ts", text)])).toEqual([
    "lib/domain/members/cache.ts uses globalThis: only lib/kernel/process-state.ts and lib/kernel/process-group.ts and instrumentation-client.ts does",
  ]);
  expect(brokenWalls([file("lib/kernel/process-state.ts", text)])).toEqual([]);
});

test("Next's own link is used by our link only", () => {
  const text = 'import Link from "next/link";';
  expect(brokenWalls([file("components/members/name.tsx", text)])).toEqual([
    "components/members/name.tsx uses next/link: only components/ui/controls/link.tsx does",
  ]);
  expect(brokenWalls([file("components/ui/controls/link.tsx", text)])).toEqual([]);
});

test("a comment about the time is no use of it", () => {
  expect(brokenWalls([file("lib/values/day.ts", "// never new Date()\n/* nor Date.now() */\n")])).toEqual([]);
});

test.each(["utils", "helpers", "common", "shared", "misc", "types", "services"])(
  "there is no folder named %s",
  (name) => {
    const path = `components/${name}/thing.ts`;
    expect(brokenWalls([file(path, "")])).toEqual([`${path} lies in ${name}/: name the folder after what it holds`]);
  },
);

test("a file of 300 lines passes and one of 301 does not", () => {
  expect(brokenWalls([file("lib/values/a.ts", "x\n".repeat(300))])).toEqual([]);
  expect(brokenWalls([file("lib/values/a.ts", "x\n".repeat(301))])).toEqual([
    "lib/values/a.ts has 301 lines: 300 at most",
  ]);
});

test("files that import each other in a circle are named", () => {
  const circle = [
    file("lib/values/c.ts", from("./a")),
    file("lib/values/a.ts", from("./b")),
    file("lib/values/b.ts", from("@/lib/values/c").replace("@/lib/values", ".")),
  ];
  expect(brokenWalls(circle)).toEqual(["lib/values/a.ts -> lib/values/b.ts -> lib/values/c.ts -> lib/values/a.ts"]);
});

test("a circle of types alone is none, since nothing of it runs", () => {
  const circle = [file("lib/values/a.ts", 'import type { B } from "./b";'), file("lib/values/b.ts", from("./a"))];
  expect(brokenWalls(circle)).toEqual([]);
});

test("a browser loads no documentation of a contract, however far away it is imported", () => {
  const docs = file("lib/contracts/members/members.docs.ts", from("./members"));
  const contract = (text: string) => file("lib/contracts/members/members.ts", text);
  const list = file("components/members/list.tsx", `"use client";\n\n${from("@/lib/contracts/members/members")}`);
  expect(brokenWalls([list, contract(from("@/lib/values/money")), docs])).toEqual([]);
  expect(brokenWalls([list, contract('import type { Shown } from "./members.docs";'), docs])).toEqual([]);
  expect(brokenWalls([list, contract(from("./members.docs")), file(docs.path, "")])).toEqual([
    "a browser loads lib/contracts/members/members.docs.ts: components/members/list.tsx -> lib/contracts/members/members.ts -> lib/contracts/members/members.docs.ts",
  ]);
});

test("a browser loads no polyfill of Temporal; its types cost nothing", () => {
  const format = (text: string) => file("lib/client/format.ts", text);
  const hours = file("lib/values/quiet-hours.ts", 'import { Temporal } from "temporal-polyfill";');
  expect(brokenWalls([format('import type { Temporal } from "temporal-polyfill";'), hours])).toEqual([]);
  expect(brokenWalls([format(from("@/lib/values/quiet-hours")), hours])).toEqual([
    "a browser loads temporal-polyfill: lib/client/format.ts -> lib/values/quiet-hours.ts",
  ]);
});

test("a browser does not load the list of all contracts", () => {
  const api = file("lib/client/api.ts", from("@/lib/contracts"));
  expect(brokenWalls([api, file("lib/contracts/index.ts", "")])).toEqual([
    "a browser loads lib/contracts/index.ts: lib/client/api.ts -> lib/contracts/index.ts",
  ]);
});

test("a page does not load zod, however far away it is imported", () => {
  const schema = file("lib/values/schemas/money.ts", 'import { z } from "zod";\n');
  const form = (text: string) => file("components/members/form.tsx", `"use client";\n\n${text}`);
  expect(brokenWalls([form('import type { Money } from "@/lib/values/schemas/money";'), schema])).toEqual([]);
  expect(brokenWalls([form('const load = () => import("@/lib/values/schemas/money");'), schema])).toEqual([]);
  expect(brokenWalls([form(from("@/lib/values/schemas/money")), schema])).toEqual([
    "a page loads zod at once: components/members/form.tsx -> lib/values/schemas/money.ts",
  ]);
});
