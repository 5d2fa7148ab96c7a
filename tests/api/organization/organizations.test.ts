import sharp from "sharp";
import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/organization/organizations";
import { listAudit } from "@/lib/contracts/platform/audit";
import { updateOrganization } from "@/lib/domain/organization";
import { newGym } from "@/tests/support/gym/gym";
import { joinTeam } from "@/tests/support/gym/team";
import { call, refusal, send } from "@/tests/support/http/api";
import { newSuperAdmin, squareLogo } from "@/tests/support/specimens/organizations";

test("a person sees the gyms that they belong to, and no other", async () => {
  const [gym] = await Promise.all([newGym(), newGym()]);
  const mine = await call(contracts.listOrganizations, {}, { token: gym.people.trainer.token });
  expect(mine.data.map(({ id, roles }) => ({ id, roles }))).toEqual([{ id: gym.organization_id, roles: ["trainer"] }]);
  const member = await call(contracts.listOrganizations, {}, { token: gym.people.member.token });
  expect(member.data.map(({ roles }) => roles)).toEqual([["member"]]);
});

test("a user who works in two gyms sees both from either of them", async () => {
  const [one, two] = await Promise.all([newGym(), newGym()]);
  const { user_id, token } = one.people.admin;
  await joinTeam(two, user_id, "trainer");
  const { data } = await call(contracts.listOrganizations, {}, { token });
  expect(new Set(data.map(({ id }) => id))).toEqual(new Set([one.organization_id, two.organization_id]));
  const pages = [];
  for (let cursor: string | undefined; ; ) {
    const page = await call(contracts.listOrganizations, { limit: 1, cursor }, { token });
    pages.push(page.data.length);
    if (!page.next_cursor) break;
    cursor = page.next_cursor;
  }
  expect(pages).toEqual([1, 1]);
});

test("a super admin finds a gym by a part of its name or of its address", async () => {
  const gym = await newGym();
  const { token } = await newSuperAdmin();
  const { slug } = gym.organization;
  const named = async (q: string) =>
    (await call(contracts.listOrganizations, { q, limit: 200 }, { token })).data.map((one) => one.slug);
  expect(await named(slug.slice(4, 14).toUpperCase())).toEqual([slug]);
  expect(await named(`no-${slug}`)).toEqual([]);
  expect(await named("%")).toEqual([]);
});

test("A11 a super admin sees the list of gyms, but no data of them", async () => {
  const gym = await newGym();
  const { token } = await newSuperAdmin();
  const { data } = await call(contracts.listOrganizations, { limit: 200 }, { token });
  expect(data.length).toBeGreaterThan(0);
  expect(data.every(({ roles }) => roles.length === 0)).toBe(true);
  const inside = await refusal(
    contracts.getOrganization,
    { id: gym.organization_id },
    { token, headers: { "x-organization": gym.organization_id } },
  );
  expect(inside.status).toBe(404);
});

test("A1 the caller's organization is readable; another existing one answers 404", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const { token } = gym.people.gym_owner;
  expect((await call(contracts.getOrganization, { id: gym.organization_id }, { token })).slug).toBe(
    gym.organization.slug,
  );
  expect((await refusal(contracts.getOrganization, { id: other.organization_id }, { token })).status).toBe(404);
});

test("a new gym starts with the policies that the rules name", async () => {
  const gym = await newGym();
  const { policies } = await call(
    contracts.getOrganization,
    { id: gym.organization_id },
    { token: gym.people.receptionist.token },
  );
  expect(policies).toEqual({
    anti_passback_minutes: 10,
    second_entry: "same_visit",
    double_read_seconds: 10,
    max_visit_minutes: 120,
    overdue_grace_days: 7,
    overdue_self_freeze: "deny",
    overdue_amount_minor: null,
    overdue_blocks: "membership",
    expiring_days: 14,
    without_membership: "deny",
    waiver: "warn",
    guardian: "block",
    adult_age: 18,
    full_house: "warn",
    closed_entry: "warn",
    back_fill_hours: 24,
    busy_percent: 80,
    full_percent: 95,
    quiet_hours_from: "21:00",
    quiet_hours_to: "09:00",
    message_hours_from: "08:00",
    message_hours_to: "21:00",
    expiring_notice_days: [7, 1],
    invoice_sending: "automatic",
    payment_reminder_days_before: 3,
    payment_reminder_days: [3, 7, 14],
    dunning_days: [1, 4, 11],
    dunning_try_time: "02:00",
    dunning_hours_from: "02:00",
    dunning_hours_to: "21:00",
    dunning_stop_codes: [
      "expired_card",
      "authentication_required",
      "lost_or_stolen",
      "account_closed",
      "mandate_revoked",
      "method_not_supported",
      "suspected_fraud",
    ],
    dunning_new_method: "at_once",
    dunning_manual_try: "extra",
    unpaid_ends_membership_days: null,
    unpaid_write_off_days: null,
    unpaid_next_cycle: "bill",
    inactive_days: 14,
    re_engagement_pause_days: 30,
  });
});

test("an owner changes one policy and the others stay as they were", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const id = gym.organization_id;
  await call(contracts.updateOrganization, { id, policies: { max_visit_minutes: 180 } }, { token });
  const after = await call(contracts.updateOrganization, { id, policies: { waiver: "block" } }, { token });
  expect([after.policies.max_visit_minutes, after.policies.waiver, after.policies.expiring_days]).toEqual([
    180,
    "block",
    14,
  ]);
});

test("the owner's log names the policy that changed, before and after, and nothing else", async () => {
  const gym = await newGym();
  const { caller, token } = gym.people.gym_owner;
  await updateOrganization(caller, { id: gym.organization_id, policies: { max_visit_minutes: 180 } });
  const { data } = await call(listAudit, { action: "organizations.update" }, { token });
  expect(data.map(({ before, after }) => [before, after])).toEqual([
    [{ max_visit_minutes: 120 }, { max_visit_minutes: 180 }],
  ]);
});

test("invalid settings are rejected: a locale, a colour, a currency, a full mark below the busy mark", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const id = gym.organization_id;
  const refused = await Promise.all(
    [
      { locale: "klingon!" },
      { brand_color: "teal" },
      { currency: "BTC" },
      { name: "   " },
      { policies: { busy_percent: 99 } },
      { policies: { max_visit_minutes: 5 } },
      { policies: { free_beer: true } },
      { policies: { quiet_hours_from: "9 pm" } },
      { policies: { expiring_notice_days: [7, 7] } },
    ].map((fields) => refusal(contracts.updateOrganization, { id, ...fields }, { token })),
  );
  expect(refused.map(({ status, errors }) => [status, errors?.[0]?.field])).toEqual([
    [422, "locale"],
    [422, "brand_color"],
    [422, "currency"],
    [422, "name"],
    [422, "policies.busy_percent"],
    [422, "policies.max_visit_minutes"],
    [422, "policies.free_beer"],
    [422, "policies.quiet_hours_from"],
    [422, "policies.expiring_notice_days"],
  ]);
});

test("of two owners who edit the same settings, the second gets an error and overwrites nothing", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const id = gym.organization_id;
  const headers = { "if-match": '"1"' };
  await call(contracts.updateOrganization, { id, name: "Iron Temple" }, { token, headers });
  const second = await refusal(contracts.updateOrganization, { id, name: "Iron House" }, { token, headers });
  expect([second.status, second.code]).toEqual([412, "version_conflict"]);
});

test("a logo is encoded again as a square that keeps its proportions, and it is public", async () => {
  const gym = await newGym();
  const id = gym.organization_id;
  const { token } = gym.people.gym_owner;
  const { logo_file_id } = await call(contracts.putLogo, { id }, { token, body: await squareLogo() });
  const shown = await send(contracts.getLogo, { id, v: logo_file_id });
  expect(shown.headers.get("content-type")).toBe("image/webp");
  const { format, width, height } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
  expect([format, width, height]).toEqual(["webp", 512, 512]);
  await call(contracts.deleteLogo, { id }, { token });
  expect((await send(contracts.getLogo, { id })).status).toBe(404);
});

test("a logo must be a picture: an SVG, a text and a truncated file are rejected", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const png = new Uint8Array(await (await squareLogo()).arrayBuffer());
  const bodies = [
    new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>']),
    new Blob(["hello"]),
    new Blob([png.slice(0, 60)]),
  ];
  for (const body of bodies) {
    const response = await send(contracts.putLogo, { id: gym.organization_id }, { token, body });
    expect([response.status, (await response.json()).errors[0].field]).toEqual([422, "logo"]);
  }
  const svg = await send(
    contracts.putLogo,
    { id: gym.organization_id },
    {
      token,
      body: bodies[0],
      headers: { "content-type": "image/svg+xml" },
    },
  );
  expect(svg.status).toBe(415);
});
