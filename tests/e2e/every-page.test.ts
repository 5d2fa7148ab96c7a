import { readdirSync } from "node:fs";
import type { Page } from "playwright/test";
import { Api } from "./support/api";
import { expectAccessible } from "./support/axe";
import { gym, password, people } from "./support/demo";
import { expect, phone, test } from "./support/journey";
import { signedIn } from "./support/new-gym";

type Places = {
  invoice: string;
  ownInvoice: string;
  ownMembership: string;
  member: string;
  plan: string;
  import: string;
  mail: string;
  message: string;
  bulk: string;
  job: string;
};
type Visit = { as?: string; address: string | ((known: Places) => string) };

const manage = `/manage/${gym.slug}`;
const owner = (rest: string): Visit => ({ as: people.owner, address: `${manage}${rest}` });
const ofMember = (rest: string): Visit => ({
  as: people.owner,
  address: ({ member }) => `${manage}/members/${member}${rest}`,
});
const ofImport = (rest: string): Visit => ({
  as: people.owner,
  address: (known) => `${manage}/settings/import/${known.import}${rest}`,
});
const member = (rest: string): Visit => ({ as: people.member, address: `/me/${gym.slug}${rest}` });

/** Each page by its file, with the addresses that show it in its states. */
const visits: Record<string, Visit[]> = {
  "page.tsx": [{ address: "/" }, { as: people.owner, address: "/" }],
  "(public)/sign-in/page.tsx": [{ address: "/sign-in" }],
  "(public)/sign-in/email/page.tsx": [{ address: "/sign-in/email" }],
  "(public)/sign-in/link/page.tsx": [{ address: "/sign-in/link" }, { address: "/sign-in/link?token=spent" }],
  "(public)/member-invitation/page.tsx": [
    { address: "/member-invitation" },
    { address: "/member-invitation?token=spent" },
  ],
  "(public)/sign-up/page.tsx": [{ address: "/sign-up" }],
  "(public)/forgot-password/page.tsx": [{ address: "/forgot-password" }],
  "(public)/reset-password/page.tsx": [{ address: "/reset-password" }, { address: "/reset-password?token=spent" }],
  "(public)/verify-email/page.tsx": [{ address: "/verify-email" }, { address: "/verify-email?token=spent" }],
  "(public)/invitation/page.tsx": [{ address: "/invitation" }, { address: "/invitation?token=spent" }],
  "(public)/unsubscribe/[token]/page.tsx": [{ address: "/unsubscribe/spent-and-of-no-worth" }],
  "(public)/pay/[token]/page.tsx": [{ address: "/pay/spent-and-of-no-worth" }],
  "(public)/pay/method/[token]/page.tsx": [{ address: "/pay/method/spent-and-of-no-worth" }],
  "(public)/pay/sandbox/[token]/page.tsx": [{ address: "/pay/sandbox/spent-and-of-no-worth" }],
  "(public)/open-gym/page.tsx": [{ as: people.owner, address: "/open-gym" }],
  "(public)/switch/page.tsx": [{ as: people.root, address: "/switch" }],
  "platform/page.tsx": [{ as: people.root, address: "/platform" }],
  "platform/jobs/page.tsx": [{ as: people.root, address: "/platform/jobs" }],
  "platform/jobs/[id]/page.tsx": [{ as: people.root, address: ({ job }) => `/platform/jobs/${job}` }],
  "outbox/page.tsx": [{ address: "/outbox" }],
  "outbox/[id]/page.tsx": [{ address: ({ mail }) => mail }],
  // reference.test.ts reads these two, which others draw.
  "docs/page.tsx": [],
  "redoc/page.tsx": [],
  "docs/errors/page.tsx": [{ address: "/docs/errors" }],
  "desk/[org]/page.tsx": [{ as: people.admin, address: `/desk/${gym.slug}` }],
  "desk/[org]/till/page.tsx": [
    { as: people.desk, address: ({ member }) => `/desk/${gym.slug}/till?member=${member}` },
    { as: people.owner, address: `/desk/${gym.slug}/till` },
  ],
  // money.test.ts opens a till and closes it.
  "desk/[org]/till/close/page.tsx": [],
  "manage/[org]/page.tsx": [owner(""), { as: people.desk, address: manage }],
  "manage/[org]/members/page.tsx": [owner("/members"), owner("/members?q=nobody-has-this-name")],
  "manage/[org]/members/new/page.tsx": [owner("/members/new")],
  "manage/[org]/members/[id]/page.tsx": [
    ofMember(""),
    ofMember("?tab=visits"),
    ofMember("?tab=memberships"),
    ofMember("?tab=invoices"),
    ofMember("?tab=messages"),
    ofMember("?tab=activity"),
  ],
  "manage/[org]/members/[id]/edit/page.tsx": [ofMember("/edit")],
  "manage/[org]/members/[id]/card/page.tsx": [ofMember("/card")],
  "manage/[org]/members/[id]/statement/page.tsx": [ofMember("/statement")],
  "manage/[org]/check-ins/page.tsx": [owner("/check-ins"), owner("/check-ins?tab=inside")],
  "manage/[org]/messages/page.tsx": [owner("/messages"), owner("/messages?q=nobody-has-this-address")],
  "manage/[org]/messages/[id]/page.tsx": [
    { as: people.owner, address: ({ message }) => `${manage}/messages/${message}` },
  ],
  "manage/[org]/messages/bulk/page.tsx": [owner("/messages/bulk")],
  "manage/[org]/messages/bulk/new/page.tsx": [owner("/messages/bulk/new")],
  "manage/[org]/messages/bulk/[id]/page.tsx": [
    { as: people.owner, address: ({ bulk }) => `${manage}/messages/bulk/${bulk}` },
  ],
  "manage/[org]/invoices/page.tsx": [
    owner("/invoices"),
    owner("/invoices?status=overdue"),
    owner("/invoices?q=nobody-has-this-name"),
  ],
  "manage/[org]/invoices/[id]/page.tsx": [
    { as: people.owner, address: ({ invoice }) => `${manage}/invoices/${invoice}` },
    { as: people.desk, address: ({ ownInvoice }) => `${manage}/invoices/${ownInvoice}` },
  ],
  "manage/[org]/invoices/new/page.tsx": [
    { as: people.owner, address: ({ member }) => `${manage}/invoices/new?member=${member}` },
    { as: people.desk, address: `${manage}/invoices/new` },
  ],
  "manage/[org]/coupons/page.tsx": [owner("/coupons"), owner("/coupons?coupon=new")],
  "manage/[org]/payments/page.tsx": [owner("/payments"), owner("/payments?method=cheque")],
  "manage/[org]/payments/[id]/page.tsx": [],
  "manage/[org]/disputes/page.tsx": [owner("/disputes"), owner("/disputes?show=all&status=lost")],
  // The demo has no gateway, so it has no dispute and no payout.
  "manage/[org]/disputes/[id]/page.tsx": [],
  "manage/[org]/payouts/page.tsx": [owner("/payouts"), owner("/payouts?show=mismatched")],
  "manage/[org]/payouts/[id]/page.tsx": [],
  "manage/[org]/payments/subscriptions/page.tsx": [
    owner("/payments/subscriptions"),
    owner("/payments/subscriptions?status=overdue"),
  ],
  "manage/[org]/payments/charges/page.tsx": [owner("/payments/charges"), owner("/payments/charges?status=failed")],
  "manage/[org]/payments/refunds/page.tsx": [owner("/payments/refunds"), owner("/payments/refunds?status=failed")],
  "manage/[org]/till/page.tsx": [owner("/till")],
  "manage/[org]/till/[id]/page.tsx": [],
  "manage/[org]/plans/page.tsx": [owner("/plans"), owner("/plans?plan=new")],
  "manage/[org]/plans/[id]/prices/page.tsx": [
    { as: people.owner, address: ({ plan }) => `${manage}/plans/${plan}/prices` },
  ],
  "manage/[org]/settings/payments/page.tsx": [owner("/settings/payments"), owner("/settings/payments?connect=all")],
  "manage/[org]/settings/payments/events/page.tsx": [
    owner("/settings/payments/events"),
    owner("/settings/payments/events?status=quarantined"),
  ],
  // The demo's gym has no gateway, so that no event was reported to it.
  "manage/[org]/settings/payments/events/[id]/page.tsx": [],
  "manage/[org]/settings/payments/sandbox/page.tsx": [owner("/settings/payments/sandbox")],
  "manage/[org]/staff/page.tsx": [owner("/staff")],
  "manage/[org]/activity/page.tsx": [owner("/activity")],
  // The former address, which leads to the settings.
  "manage/[org]/import/[[...rest]]/page.tsx": [owner("/import")],
  "manage/[org]/settings/import/page.tsx": [owner("/settings/import")],
  "manage/[org]/settings/import/[id]/page.tsx": [ofImport("")],
  "manage/[org]/settings/import/[id]/rows/page.tsx": [ofImport("/rows")],
  "manage/[org]/settings/page.tsx": [owner("/settings")],
  "manage/[org]/settings/locations/page.tsx": [owner("/settings/locations")],
  "manage/[org]/settings/billing/page.tsx": [owner("/settings/billing"), owner("/settings/billing?entity=new")],
  "manage/[org]/settings/billing/companies/page.tsx": [
    owner("/settings/billing/companies"),
    owner("/settings/billing/companies?edit=new"),
  ],
  // A closure is a job, so the demo has none; the list links to it.
  "manage/[org]/closures/[id]/page.tsx": [],
  "manage/[org]/closures/page.tsx": [owner("/closures"), owner("/closures?closure=new")],
  "manage/[org]/dunning/page.tsx": [owner("/dunning"), owner("/dunning?group=paused")],
  "manage/[org]/forecast/page.tsx": [owner("/forecast")],
  "manage/[org]/forecast/lines/page.tsx": [owner("/forecast/lines")],
  "manage/[org]/ledger/page.tsx": [owner("/ledger")],
  "manage/[org]/ledger/entries/page.tsx": [owner("/ledger/entries")],
  "manage/[org]/settings/policies/page.tsx": [owner("/settings/policies")],
  "manage/[org]/settings/messages/page.tsx": [owner("/settings/messages"), owner("/settings/messages?edit=email")],
  "manage/[org]/settings/messages/rules/page.tsx": [owner("/settings/messages/rules")],
  "manage/[org]/settings/messages/texts/page.tsx": [owner("/settings/messages/texts")],
  "manage/[org]/settings/messages/texts/[kind]/page.tsx": [owner("/settings/messages/texts/welcome")],
  "manage/[org]/settings/schedules/page.tsx": [owner("/settings/schedules")],
  "manage/[org]/settings/schedules/runs/page.tsx": [owner("/settings/schedules/runs")],
  "manage/[org]/settings/schedules/jobs/page.tsx": [owner("/settings/schedules/jobs")],
  "manage/[org]/settings/schedules/jobs/[id]/page.tsx": [
    { as: people.owner, address: ({ job }) => `${manage}/settings/schedules/jobs/${job}` },
  ],
  "manage/[org]/settings/support/page.tsx": [owner("/settings/support")],
  "me/[org]/page.tsx": [member("")],
  "me/[org]/membership/page.tsx": [member("/membership")],
  "me/[org]/membership/[id]/cancel/page.tsx": [
    { as: people.member, address: ({ ownMembership }) => `/me/${gym.slug}/membership/${ownMembership}/cancel` },
  ],
  "me/[org]/membership/[id]/freeze/page.tsx": [
    { as: people.member, address: ({ ownMembership }) => `/me/${gym.slug}/membership/${ownMembership}/freeze` },
  ],
  "me/[org]/visits/page.tsx": [member("/visits")],
  "me/[org]/invoices/page.tsx": [member("/invoices")],
  "me/[org]/invoices/[id]/page.tsx": [
    { as: people.member, address: ({ ownInvoice }) => `/me/${gym.slug}/invoices/${ownInvoice}` },
  ],
  "me/[org]/invoices/[id]/pay/page.tsx": [
    { as: people.member, address: ({ ownInvoice }) => `/me/${gym.slug}/invoices/${ownInvoice}/pay` },
  ],
  "me/[org]/methods/page.tsx": [member("/methods")],
  "me/[org]/methods/new/page.tsx": [member("/methods/new")],
  "me/[org]/payments/page.tsx": [member("/payments")],
  "me/[org]/you/page.tsx": [member("/you")],
  "me/[org]/you/messages/page.tsx": [member("/you/messages")],
};

const arrange = async (baseURL: string): Promise<Places> => {
  const api = await signedIn(new Api(baseURL), { email: people.owner, password });
  const found = (await api.get("/api/v1/members?q=castellanos")) as unknown as { data: { id: string }[] };
  const plans = (await api.get("/api/v1/membership-plans")) as unknown as {
    data: { id: string; archived_at: string | null }[];
  };
  const uploaded = await api.upload("/api/v1/imports?file_name=old.csv", "text/csv", "First name,Phone\nNadia,12\n");
  const member_id = found.data[0]?.id ?? "";
  const sent = await api.post("/api/v1/notifications", {
    member_id,
    subject: "Your towel",
    body: "It waits at the desk.",
  });
  const bulk = await api.post("/api/v1/notifications/bulk", {
    name: "Easter hours",
    filters: { q: "castellanos" },
    channel: "email",
    category: "reminder",
    subject: "Easter hours",
    body: "We open at 10.",
  });
  const lines = [{ description: "Towel service", quantity: 2, price_minor: 400 }];
  const draft = await api.post("/api/v1/invoices", { member_id, lines });
  const self = (await (
    await signedIn(new Api(baseURL), { email: people.member, password })
  ).get("/api/v1/me")) as unknown as { member: { id: string }; memberships: { id: string }[] };
  const own = await api.post("/api/v1/invoices", { member_id: self.member.id, lines });
  await api.post(`/api/v1/invoices/${own.id}/finalizations`, {});
  await new Api(baseURL).post("/api/v1/auth/forgot-password", { email: people.trainer });
  const outbox = await (await fetch(`${baseURL}/outbox`)).text();
  return {
    invoice: draft.id,
    ownInvoice: own.id,
    ownMembership: self.memberships[0]?.id ?? "",
    member: member_id,
    plan: plans.data.find(({ archived_at }) => archived_at === null)?.id ?? "",
    import: uploaded.id,
    mail: /\/outbox\/[0-9a-f-]{36}/.exec(outbox)?.[0] ?? "",
    message: sent.id,
    bulk: bulk.id,
    job: await firstJob(api),
  };
};

/** What was written above is sent by a job, which begins by itself. */
const firstJob = async (api: Api): Promise<string> => {
  let found: string | undefined;
  await expect
    .poll(async () => {
      const { data } = (await api.get("/api/v1/job-runs?limit=1")) as unknown as { data: { id: string }[] };
      found = data[0]?.id;
      return found ?? "";
    })
    .toMatch(/^[0-9a-f-]{36}$/);
  return found ?? "";
};

test("no page is left out", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /(^|\/)page\.tsx$/.test(path));
  expect(Object.keys(visits).sort()).toEqual(files.sort());
});

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** For the tests' names. */
const examples: Places = {
  invoice: ":invoice",
  ownInvoice: ":own-invoice",
  ownMembership: ":own-membership",
  member: ":member",
  plan: ":plan",
  import: ":import",
  mail: "/outbox/:mail",
  message: ":message",
  bulk: ":bulk",
  job: ":job",
};
let arranged: Promise<Places> | undefined;

for (const addresses of Object.values(visits)) {
  for (const { as, address } of addresses) {
    const addressWith = (known: Places) => (typeof address === "string" ? address : address(known));
    test(`${as ?? "anybody"} can use ${addressWith(examples)}, wide and light, narrow and dark`, async ({
      lastingDevice,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      arranged ??= arrange(baseURL ?? "");
      const page = await lastingDevice(as);
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await page.setViewportSize({ width: 1280, height: 800 });
      expect((await page.goto(addressWith(await arranged)))?.status()).toBe(200);
      await expect(page.locator("h1").first()).toBeAttached({ timeout: 20_000 });
      await expect(page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      await page.setViewportSize(phone.viewport);
      // A chart takes the new width one frame after the window did.
      await expect.poll(() => sideways(page), { message: "the page scrolls sideways" }).toBe(0);
      await expectAccessible(page, { rules: ["color-contrast"] });
    });
  }
}
