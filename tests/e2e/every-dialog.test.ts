import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import { Api } from "./support/api";
import { expectAccessible } from "./support/axe";
import { gym, password, people } from "./support/demo";
import { expect, phone, test } from "./support/journey";
import { hydrated } from "./support/menu";
import { signedIn, unique } from "./support/new-gym";

type Places = {
  member: string;
  /** Begins later, and has a card. */
  late: string;
  /** Of a plan with an end, frozen. */
  away: string;
  invoice: string;
  payment: string;
  segment: string;
  plan: string;
  entity: string;
  /** Of the demo: a member with a login; a payer whose card was declined, and the bill. */
  own: string;
  declined: { member: string; invoice: string };
};
/** Where a dialog opens: the page, then the buttons and menu items that lead to it. */
type Way = { as?: string; address: string | ((known: Places) => string); steps: (string | RegExp)[] };

const manage = `/manage/${gym.slug}`;
const at = (rest: string, ...steps: (string | RegExp)[]): Way => ({ address: `${manage}${rest}`, steps });
const ofMember = (rest: string, ...steps: (string | RegExp)[]): Way => ({
  address: ({ member }) => `${manage}/members/${member}${rest}`,
  steps,
});
const ofInvoice = (...steps: (string | RegExp)[]): Way => ({
  address: ({ invoice }) => `${manage}/invoices/${invoice}`,
  steps,
});
const of = (address: (known: Places) => string, ...steps: (string | RegExp)[]): Way => ({
  address: (known) => `${manage}${address(known)}`,
  steps,
});
const ofPayment = (...steps: (string | RegExp)[]): Way => ({
  address: ({ payment }) => `${manage}/payments/${payment}`,
  steps,
});

/** Each dialog by its file. */
const dialogs: Record<string, Way> = {
  "platform/grant-dialog.tsx": { as: people.root, address: "/platform", steps: [/^Open support access to/] },
  "memberships/start-dialog.tsx": of(
    ({ late }) => `/members/${late}?tab=memberships`,
    /^Actions for/,
    "Change start date",
  ),
  "memberships/return-dialog.tsx": of(
    ({ away }) => `/members/${away}?tab=memberships`,
    /^Actions for/,
    /^Come back early|^Change end of freeze/,
  ),
  "memberships/renew-dialog.tsx": of(({ away }) => `/members/${away}?tab=memberships`, /^Actions for/, "Renew"),
  "memberships/plans/prices/rule-dialog.tsx": of(({ plan }) => `/plans/${plan}/prices`, "Add rule"),
  "members/tag-dialog.tsx": at("/members", /^Select (?!all)/, "Tag"),
  "members/revoke-dialog.tsx": of(({ late }) => `/members/${late}`, "Revoke"),
  "members/rename-segment-dialog.tsx": of(
    ({ segment }) => `/members?status=active&segment=${segment}`,
    /^More actions for/,
    "Rename segment",
  ),
  "members/remove-login-dialog.tsx": of(({ own }) => `/members/${own}`, "Remove login"),
  "members/invite-dialog.tsx": at("/members", /^Select (?!all)/, "Invite"),
  "gateways/methods/remove-method-dialog.tsx": of(
    ({ declined }) => `/members/${declined.member}?tab=invoices`,
    /^Remove/,
  ),
  "gateways/collect/link-dialog.tsx": of(({ declined }) => `/invoices/${declined.invoice}`, "Send link…"),
  "gateways/collect/charge-dialog.tsx": of(({ declined }) => `/invoices/${declined.invoice}`, /^Charge .*…$/),
  "dunning/pause-dialog.tsx": at("/dunning", "Pause…"),
  "dunning/edit-dialog.tsx": at("/dunning", /, why[?]$/, "Edit the next try"),
  "billing/entities/legal-sheet.tsx": of(({ entity }) => `/settings/billing?entity=${entity}&rules=edit`),
  "billing/account/credit-dialog.tsx": ofMember("?tab=invoices", "Give credit"),
  "billing/companies/company-sheet.tsx": at("/settings/billing/companies", "New company"),
  "billing/entities/entity-sheet.tsx": at("/settings/billing", "New legal entity"),
  "billing/entities/rate-sheet.tsx": at("/settings/billing", /^Add a tax rate/),
  "billing/invoices/actions/credit-note-dialog.tsx": ofInvoice("Credit note…"),
  "billing/invoices/actions/reason-dialog.tsx": ofInvoice(/^(Write off|Void)/),
  "billing/payments/refund-dialog.tsx": ofPayment("Refund…"),
  "billing/payments/reverse-dialog.tsx": ofPayment("Reverse…"),
  "billing/payments/take-payment-dialog.tsx": ofInvoice(/^Take payment/),
  "gateways/connections/gateway-sheet.tsx": at("/settings/payments?connect=all"),
  "members/ban-dialog.tsx": ofMember("", /^More actions for/, "Ban"),
  "members/medical-dialog.tsx": ofMember("", "Add"),
  "members/new-card-dialog.tsx": ofMember("", "Issue card"),
  "members/save-segment-dialog.tsx": at("/members?status=active", "Save segment"),
  "memberships/cancel-dialog.tsx": ofMember("?tab=memberships", /^Actions for/, "Cancel membership"),
  "memberships/change-plan-dialog.tsx": ofMember("?tab=memberships", /^Actions for/, "Change plan"),
  "memberships/closures/closure-sheet.tsx": at("/closures", "Close a location"),
  "memberships/coupons/coupon-sheet.tsx": at("/coupons", "New coupon"),
  "memberships/freeze-dialog.tsx": ofMember("?tab=memberships", /^Actions for/, "Freeze membership"),
  "memberships/payer-dialog.tsx": ofMember("?tab=memberships", /^Actions for/, "Change payer"),
  "memberships/plans/plan-sheet.tsx": at("/plans", "New plan"),
  "memberships/sell-dialog.tsx": ofMember("", "Sell membership"),
  "memberships/transfer-dialog.tsx": ofMember("?tab=memberships", /^Actions for/, "Transfer to another member"),
  "messages/providers/provider-sheet.tsx": at("/settings/messages?edit=email"),
  "organization/location-sheet.tsx": at("/settings/locations", "New location"),
  "team/invite-dialog.tsx": at("/staff", "Invite staff member"),
  "team/remove-dialog.tsx": at("/staff", /^Actions for Kai/, "Remove from team"),
  "team/role-dialog.tsx": at("/staff", /^Actions for Kai/, "Change role or locations"),
};

/** The frames of other dialogs, and the switch between those of a membership. */
const frames = [
  "memberships/action-sheet.tsx",
  "memberships/membership-dialog.tsx",
  "ui/overlays/dialog.tsx",
  "ui/overlays/sheet-dialog.tsx",
].filter((path) => /-(dialog|sheet)\.tsx$/.test(path));

/** Those that need a course of events, by the test that leads to them. */
const inJourneys: Record<string, string> = {
  "access/desk/reason-dialog.tsx": "desk.test.ts",
  "access/desk/visit-dialog.tsx": "desk.test.ts",
  "billing/till/desk/cash-dialog.tsx": "money.test.ts",
  "billing/till/desk/sale/item-dialog.tsx": "money.test.ts",
  "layout/command-palette-dialog.tsx": "keyboard.test.ts",
  "messages/staff-notices/notice-dialog.tsx": "messages.test.ts",
};

const inDays = (days: number) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(Date.now() + days * 86_400_000);

type List<Row> = { data: Row[] };

const arrange = async (baseURL: string): Promise<Places> => {
  const api = await signedIn(new Api(baseURL), { email: people.owner, password });
  const list = async <Row>(path: string) => ((await api.get(path)) as unknown as List<Row>).data;
  const plans = await list<{ id: string; name: string }>("/api/v1/membership-plans");
  const planOf = (name: string) => plans.find((one) => one.name === name)?.id ?? "";
  const sold = async (first_name: string, plan: string, terms: object = {}) => {
    const { id } = await api.post("/api/v1/members", { first_name, last_name: "Dialog" });
    const membership = await api.post("/api/v1/memberships", { member_id: id, plan_id: planOf(plan), ...terms });
    return { id, membership_id: membership.id };
  };
  const member = await sold("Greta", "Unlimited");
  const late = await sold("Hugo", "Unlimited", { starts_on: inDays(20) });
  await api.post(`/api/v1/members/${late.id}/cards`);
  const away = await sold("Ines", "Annual");
  await api.post(`/api/v1/memberships/${away.membership_id}/freezes`, { from_on: inDays(0), to_on: inDays(20) });
  const lines = [{ description: "Towel service", quantity: 2, price_minor: 400 }];
  const bill = async () => {
    const { id } = await api.post("/api/v1/invoices", { member_id: member.id, lines });
    await api.post(`/api/v1/invoices/${id}/finalizations`);
    return id;
  };
  const [invoice, paid] = [await bill(), await bill()];
  const payment = await api.post("/api/v1/payments", {
    member_id: member.id,
    method: "bank_transfer",
    amount_minor: 800,
    invoices: [{ id: paid, amount_minor: 800 }],
  });
  const segment = await api.post("/api/v1/member-segments", { name: unique("Segment"), filters: { status: "active" } });
  const asMember = await signedIn(new Api(baseURL), { email: people.member, password });
  const self = (await asMember.get("/api/v1/me")) as unknown as { member: { id: string } };
  const cases = await list<{ payer_member_id: string; invoice_id: string; status: string }>("/api/v1/dunning");
  const declined = cases.find(({ status }) => status === "open");
  const entities = await list<{ id: string }>("/api/v1/legal-entities");
  return {
    ...{ member: member.id, late: late.id, away: away.id, invoice, payment: payment.id },
    ...{ segment: segment.id, plan: planOf("Unlimited"), own: self.member.id, entity: entities[0]?.id ?? "" },
    declined: { member: declined?.payer_member_id ?? "", invoice: declined?.invoice_id ?? "" },
  };
};

test("no dialog is left out", () => {
  const files = readdirSync("components", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /-(dialog|sheet)\.tsx$/.test(path));
  const known = [...Object.keys(dialogs), ...frames, ...Object.keys(inJourneys)];
  expect(known.toSorted()).toEqual(files.sort());
});

test("what a journey opens is measured there", () => {
  for (const file of Object.values(inJourneys)) {
    expect(readFileSync(`tests/e2e/${file}`, "utf8"), file).toContain("await expectAccessible(");
  }
});

let arranged: Promise<Places> | undefined;

for (const [file, { as = people.owner, address, steps }] of Object.entries(dialogs)) {
  test(`${file} can be used, wide and light, narrow and dark`, async ({ lastingDevice, baseURL }) => {
    arranged ??= arrange(baseURL ?? "");
    const page = await lastingDevice(as);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(typeof address === "string" ? address : address(await arranged));
    for (const step of steps) await press(page, step);
    const dialog = page.locator("dialog[open]");
    await expect(dialog).toHaveAccessibleName(/./);
    await expect(dialog.locator(":scope:focus, :focus")).toHaveCount(1);
    await expect(dialog.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await page.setViewportSize(phone.viewport);
    await expect.poll(() => dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await expectAccessible(page, { rules: ["color-contrast"] });
  });
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  const options = typeof name === "string" ? { name, exact: true } : { name };
  const button = ["menuitem", "button", "link", "checkbox"] as const;
  const [first = page.locator("button"), ...others] = button.map((role) =>
    page.locator("main").getByRole(role, options),
  );
  const target = others
    .reduce((all, one) => all.or(one), first)
    .filter({ visible: true })
    .first();
  await (await hydrated(target)).click();
}
