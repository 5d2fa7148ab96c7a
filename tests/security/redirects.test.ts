import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { optionsFor } from "@/app/api/auth/[...nextauth]/options";
import { nextAddress } from "@/components/identity/next-address";
import { sameSitePath } from "@/lib/values/same-site-path";
import { openRedirects, type Redirect } from "@/tests/support/repository/redirects";
import { readSources } from "@/tests/support/repository/walls/source";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each([
  "/.//evil.test/x",
  "/..//evil.test/x",
  "/%2e//evil.test/x",
  "/%2E%2e//evil.test/x",
  "/a/..//evil.test/x",
  "/a/%2e%2e//evil.test/x",
  "/././/evil.test",
  "//evil.test/x",
  "/\\evil.test/x",
  "/.\\/evil.test/x",
  "/\t/evil.test",
  "\\\\evil.test",
  " //evil.test",
  "https://evil.test",
  "https:evil.test",
  "javascript:alert(1)",
  "@evil.test",
  "",
  null,
  undefined,
  ["//evil.test", "/me"],
])("%s is no address of this site", (text) => {
  expect(sameSitePath(text)).toBeNull();
});

test.each([
  ["/manage/iron-temple/members?status=active#row-3", "/manage/iron-temple/members?status=active#row-3"],
  ["/a/../me", "/me"],
  ["/me?next=//evil.test", "/me?next=//evil.test"],
  ["/%2f/evil.test", "/%2f/evil.test"],
  ["/me//evil.test", "/me//evil.test"],
])("%s stays on this site as %s", (text, address) => {
  expect(sameSitePath(text)).toBe(address);
});

test.each(["/api/v1/auth/me", "/a/../api?x", "/sign-in", "/./sign-in?next=/sign-in"])(
  "signing in does not lead to %s",
  (text) => expect(nextAddress(text)).toBeNull(),
);

const part = fc.constantFrom(
  ...[
    "/",
    "//",
    "\\",
    ".",
    "..",
    "%2e",
    "%2E",
    "%2f",
    "%5c",
    "%09",
    "\t",
    "\n",
    "\u0000",
    " ",
    "?",
    "#",
    "@",
    ":",
    ";",
    "&",
  ],
  ...[
    "a",
    "me",
    "evil.test",
    "127.0.0.1:3000",
    "http:",
    "https:",
    "javascript:",
    "data:",
    "／",
    "。",
    "\u200b",
    "\u202e",
    "é",
  ],
);
const addresses = fc.oneof(
  fc.array(part, { maxLength: 9 }).map((parts) => parts.join("")),
  fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join("")}`),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string({ unit: "binary" }),
);

test("whatever the address, a browser stays on this site, and what was checked is what is returned", () => {
  fc.assert(
    fc.property(addresses, (text) => {
      const address = sameSitePath(text);
      if (address === null) return;
      for (const page of ["http://127.0.0.1:3000/sign-in", "https://gym.example/a/b/c?d=//e"])
        expect(new URL(address, page).origin).toBe(new URL(page).origin);
      expect(address).not.toMatch(/^\/[/\\]/);
      expect(sameSitePath(address)).toBe(address);
    }),
    { numRuns: 3_000 },
  );
});

test("the move to https stays at the public address, whatever was asked for", async () => {
  vi.resetModules();
  vi.stubEnv("PUBLIC_URL", "https://gym.example");
  const { redirectToHttps } = await import("@/lib/kernel/transport");
  const moved = (path: string) =>
    redirectToHttps(
      new Request(`http://10.0.0.7:3000${path}`, { headers: { "x-forwarded-proto": "http" } }),
    )?.headers.get("location");
  expect(moved("/members?q=a")).toBe("https://gym.example/members?q=a");
  for (const path of ["//evil.test/x", "/.//evil.test/x", "/a/..//evil.test", "/\\evil.test"])
    expect(moved(path)).toBe("https://gym.example/");
});

test("next-auth's own redirects stay on this site", async () => {
  const { callbacks } = optionsFor(new Request("http://127.0.0.1:3000/api/auth/signin"), {});
  const baseUrl = "http://127.0.0.1:3000";
  const led = (url: string) => callbacks?.redirect?.({ url, baseUrl });
  expect(await led("/me")).toBe("http://127.0.0.1:3000/me");
  expect(await led("http://127.0.0.1:3000/me?a=b")).toBe("http://127.0.0.1:3000/me?a=b");
  for (const url of [
    "http://127.0.0.1:3000.evil.test/",
    "http://127.0.0.1:3000@evil.test/",
    "http://127.0.0.1:3000//evil.test",
    "https://evil.test",
    "/.//evil.test",
  ])
    expect(await led(url)).toBe("http://127.0.0.1:3000/");
});

/** Those that take an address from outside, and the rule that it goes through in the same file or in the page above. */
const checked = [
  ["app/(public)/sign-in/page.tsx", 'next ?? "/switch"', "const next = nextAddress(requestedNext);"],
  ["components/identity/sign-in-form.tsx", 'next ?? "/switch"', "next: string | null;"],
  ["components/members/use-leave-warning.ts", "target", "setTarget(sameSitePath("],
  ["components/gateways/sandbox/bank-question.tsx", "target", "const target = sameSitePath("],
  ["lib/kernel/transport.ts", "headers: { location }", "sameSitePath(pathname + search)"],
] as const;

/** Those whose address the product's own pages write: a fixed beginning, then ids and slugs that the server gave. */
const written = [
  ["app/(public)/switch/page.tsx", "homeAddress(first)"],
  ["app/page-caller.ts", "signInAddress(request)"],
  ["app/page-caller.ts", "signInAddress(request)"],
  [
    "components/messages/bulk/audience-choice.tsx",
    "target.value ? `{filtersHref}?segment={target.value}` : filtersHref",
  ],
  ["components/messages/bulk/composer.tsx", "`{base}/{id}`"],
  ["components/access/check-ins/member-filter.tsx", "`{pathname}?{next}`"],
  ["components/imports/columns-step.tsx", "base"],
  ["components/layout/use-focused-navigation.ts", "href"],
  ["components/billing/payments/refund-dialog.tsx", "membershipsHref"],
  ["components/gateways/connections/gateway-sheet.tsx", "closeHref"],
  ["components/members/column-menu.tsx", "`{path}?{rest}`"],
  ["components/members/member-neighbours.tsx", "`{base}/{next}?{new URLSearchParams({ list })}`"],
  ["components/members/export-button.tsx", "href"],
  ["components/ui/filters/filter-menu.tsx", "address.with(field.name, day)"],
  ["components/billing/invoices/draft-actions.tsx", "listHref"],
  ["components/billing/invoices/pdf-button.tsx", "href"],
  ["components/gateways/disputes/evidence-form.tsx", "preview"],
  ["components/billing/invoices/actions/credit-note-dialog.tsx", "membershipsHref"],
  ["components/billing/invoices/invoice-selection.tsx", "newHref"],
  ["components/billing/invoices/new/invoice-form.tsx", "`{base}/{id}`"],
  ["components/billing/invoices/list-steps.tsx", "`{base}/{other}`"],
  ["components/memberships/coupons/coupon-sheet.tsx", "closeHref"],
  ["components/billing/companies/company-sheet.tsx", "closeHref"],
  ["components/billing/entities/entity-sheet.tsx", "closeHref"],
  ["components/billing/entities/legal-sheet.tsx", "closeHref"],
  ["components/billing/entities/rate-sheet.tsx", "closeHref"],
  ["components/me/own-cancel-form.tsx", "backHref"],
  ["components/me/own-freeze-form.tsx", "backHref"],
  ["components/memberships/closures/closure-sheet.tsx", "closeHref"],
  ["components/memberships/forecast/month-bars.tsx", "href"],
  ["components/memberships/forecast/month-bars.tsx", "next.href"],
  ["components/members/member-form.tsx", "`{base}/{saved.id}`"],
  ["components/members/save-segment-dialog.tsx", '`{href}{href.includes("?") ? "&" : "?"}segment={id}`'],
  ["components/members/segment-menu.tsx", "allHref"],
  ["components/memberships/renew-button.tsx", "`{path}?{rest}`"],
  ["components/memberships/sell-dialog.tsx", "closeHref"],
  ["components/messages/providers/provider-sheet.tsx", "closeHref"],
  ["components/memberships/plans/plan-sheet.tsx", "closeHref"],
  ["components/organization/location-sheet.tsx", "closeHref"],
  ["components/ui/overlays/sheet-dialog.tsx", "closeHref"],
] as const;

test("no redirect takes an address from outside except through the one rule", () => {
  const known = [...checked, ...written].map(([path, argument]) => ({ path, argument }));
  const order = (list: Redirect[]) => list.map(({ path, argument }) => `${path}: ${argument}`).sort();
  expect(order(openRedirects())).toEqual(order(known));
});

test("each redirect that takes an address from outside goes through the one rule", () => {
  const sources = new Map(readSources().map(({ path, text }) => [path, text]));
  for (const [path, , rule] of checked) expect(sources.get(path), path).toContain(rule);
});

test.each([
  ["redirect(next);", "next"],
  ["router.replace(search.get('next') ?? '/', { scroll: false });", "search.get('next') ?? '/'"],
  ["return NextResponse.redirect(new URL(to, request.url));", "new URL(to, request.url)"],
  ["window.location.href = next;", "next"],
  ['headers.set("location", next);', "next"],
  [`redirect(\`\${next}/members\`);`, "`{next}/members`"],
  ['redirect("//evil.test");', '"//evil.test"'],
])("a redirect in this shape is seen: %s", (text, argument) => {
  expect(openRedirects([{ path: "app/page.tsx", text }])).toEqual([{ path: "app/page.tsx", argument }]);
});

test("a redirect to a fixed page needs no entry", () => {
  const text = `redirect("/switch"); router.push(\`/manage/\${slug}\`);`;
  expect(openRedirects([{ path: "app/page.tsx", text }])).toEqual([]);
});
