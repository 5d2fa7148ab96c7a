import { eq } from "drizzle-orm";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, test } from "vitest";
import { memberships, messageTemplates } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { sellMembership } from "@/lib/domain/memberships";
import { createPriceIncrease } from "@/lib/domain/memberships/pricing";
import { setVendorEndpoint } from "@/lib/domain/messages/providers/carrier";
import { confirmCancellation } from "@/lib/domain/messages/reminders";
import { dueRuns } from "@/lib/domain/platform/schedules/due-days";
import { fixedClock } from "@/lib/kernel/clock";
import { messageKindNames, messageKinds } from "@/lib/values/notifications";
import { withinMessageHours } from "@/lib/values/quiet-hours";
import { setPolicies } from "@/tests/support/gym/front-desk";
import { newMember } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { newPlan } from "@/tests/support/gym/plans";
import { newMembership, newVisit } from "@/tests/support/gym/visits";
import { claimAt, clockwork, type GymRef, oldGym, workOff } from "@/tests/support/jobs/schedules";
import { choose, resend, turn } from "@/tests/support/messages/delivery";
import { messagesOf } from "@/tests/support/messages/messages";
import { vendorServer } from "@/tests/support/vendors/vendor-server";

afterEach(() => setVendorEndpoint(undefined));

const inGym = ({ organization_id }: GymRef) => ({ organization_id, user_id: null });
const consent = { marketing_consent_at: "2025-01-01T00:00:00Z", marketing_consent_source: "member" as const };
type Gym = Awaited<ReturnType<typeof oldGym>>;

/** Schedules are looked at, and what is due goes out, as the clock of a server does it. */
async function clockStrikes(gym: Gym, at: string): Promise<void> {
  await claimAt(gym, at);
  await workOff(gym, at);
  await send(gym, at);
}

async function send(gym: Gym, at: string): Promise<void> {
  for (const lane of ["urgent", "bulk"] as const) await turn(gym, at, "email", lane);
}

const messageStates = async (gym: Gym) =>
  (await messagesOf(gym)).map(({ kind, state, reason }) => [kind, state, ...(reason ? [reason] : [])]);
const sentAt = async (gym: Gym) => (await messagesOf(gym)).map(({ kind, sent_at }) => [kind, sent_at]);

/** A member whose term ends then, in a gym whose schedules have run until the day before `down_from`. */
async function gymWith(down_from: string, terms: Parameters<typeof newMembership>[2], fields = {}) {
  const gym = await oldGym("Europe/Berlin");
  const member_id = await newMember(gym, { first_name: "Ana", email: "ana@example.com", ...fields });
  const membership_id = await newMembership(gym, member_id, { kind: "fixed_term", plan_name: "Quarter", ...terms });
  const before = Temporal.PlainDate.from(down_from).subtract({ days: 1 });
  await claimAt(gym, `${before}T22:00:00Z`);
  await workOff(gym, `${before}T22:00:00Z`);
  return { gym, member_id, membership_id };
}

const change = (gym: Gym, id: string, fields: Partial<typeof memberships.$inferInsert>) =>
  inTenant(inGym(gym), (db) => db.update(memberships).set(fields).where(eq(memberships.id, id)));

/** A membership whose price rises on 25 March with 30 days of notice, and an invoice that is due on 2 March. */
async function newDebt(gym: Gym, member_id: string): Promise<void> {
  const caller = { ...gym.people.gym_owner.caller, clock: fixedClock("2026-02-20T09:00:00Z") };
  const plan = await newPlan(gym, { price_minor: 5_900 });
  await sellMembership(caller, { member_id, plan_id: plan.id });
  const increase = { price_minor: 6_500, effective_on: "2026-03-25", applies_to: "everyone" as const };
  await createPriceIncrease(caller, { id: plan.id, ...increase });
  await newInvoice(gym, { member_id, at: fixedClock("2026-03-02T06:00:00Z") });
}

describe("P13 after downtime", () => {
  test("P13 a term that has ended meanwhile is not said to end, but to have ended", async () => {
    const { gym } = await gymWith("2026-03-10", { ends_on: "2026-03-12" });
    await clockStrikes(gym, "2026-03-13T10:00:00Z");
    expect(await messageStates(gym)).toEqual(
      expect.arrayContaining([
        ["membership_expiring", "suppressed", "no_longer_true"],
        ["membership_expired", "sent"],
      ]),
    );
    expect((await messageStates(gym)).length).toBe(2);
  });

  test("P13 a term that ended on the 31st is described correctly on the 1st", async () => {
    const { gym } = await gymWith("2026-01-29", { ends_on: "2026-01-31" });
    await clockStrikes(gym, "2026-02-01T10:00:00Z");
    const sent = (await messagesOf(gym)).filter(({ state }) => state === "sent");
    expect(sent.map(({ subject }) => subject)).toEqual(["Your Quarter ended on 31 January"]);
  });

  test("P13 a notice that comes three days late counts the days that are left then", async () => {
    const { gym } = await gymWith("2026-03-05", { ends_on: "2026-03-12" });
    const words = { subject: "{{days_left}} days left", body: "Until {{ends_on}}: {{days_left}} days." };
    const { organization_id } = gym;
    await inTenant(inGym(gym), (db) =>
      db
        .insert(messageTemplates)
        .values({ organization_id, kind: "membership_expiring", channel: "email", language: "en", ...words }),
    );
    await clockStrikes(gym, "2026-03-08T10:00:00Z");
    expect((await messagesOf(gym)).map(({ state, subject, body }) => [state, subject, body])).toEqual([
      ["sent", "4 days left", "Until 12 March: 4 days."],
    ]);
  });

  test("P13 of two notices that are late together, one is sent", async () => {
    const { gym } = await gymWith("2026-03-05", { ends_on: "2026-03-12" });
    await clockStrikes(gym, "2026-03-11T10:00:00Z");
    expect(await messageStates(gym)).toEqual([["membership_expiring", "sent"]]);
  });

  test("P13 a birthday message is sent on its day or not at all", async () => {
    const born = { birth_on: "1996-03-06", ...consent };
    const { gym } = await gymWith("2026-03-06", {}, born);
    await clockStrikes(gym, "2026-03-09T10:00:00Z");
    expect(await messageStates(gym)).toEqual([["birthday", "suppressed", "no_longer_true"]]);
    const { gym: other } = await gymWith("2026-03-06", {}, born);
    await clockStrikes(other, "2026-03-06T17:00:00Z");
    expect(await messageStates(other)).toEqual([["birthday", "sent"]]);
  });

  test("P13 a weekly schedule whose first day fell into downtime is made up for", () => {
    const mondays = { is_on: true, local_time: "10:00", weekday: 1, effective_at: null };
    const place = { time_zone: "Europe/Berlin", created_at: "2026-02-03T12:00:00Z" };
    const due = (now: string) => dueRuns(mondays, place, null, Temporal.Instant.from(now));
    expect(due("2026-02-12T12:00:00Z")).toEqual(["2026-02-09"]);
    expect(due("2026-02-16T12:00:00Z")).toEqual(["2026-02-09", "2026-02-16"]);
    expect(due("2026-02-17T12:00:00Z")).toEqual([]);
  });
});

describe("P13 outside of the night", () => {
  test("P13 what downtime leaves for the night waits for the morning, and is judged again then", async () => {
    const { gym, member_id } = await gymWith("2026-03-05", { ends_on: "2026-03-12" });
    await clockStrikes(gym, "2026-03-07T02:00:00Z");
    expect((await messagesOf(gym)).map(({ state, send_after }) => [state, send_after])).toEqual([
      ["queued", "2026-03-07T07:00:00.000Z"],
    ]);
    await newMembership(gym, member_id, { kind: "fixed_term", starts_on: "2026-03-13", ends_on: "2026-06-12" });
    await send(gym, "2026-03-07T07:00:00Z");
    expect(await messageStates(gym)).toEqual([["membership_expiring", "suppressed", "no_longer_true"]]);
  });

  test("P13 what is written after midnight goes out at eight by the member's clock, also where the clocks change", async () => {
    const { gym } = await gymWith("2026-03-29", { ends_on: "2026-03-28" });
    await clockStrikes(gym, "2026-03-28T23:30:00Z");
    await clockStrikes(gym, "2026-03-29T05:59:00Z");
    expect(await sentAt(gym)).toEqual([["membership_expired", null]]);
    await clockStrikes(gym, "2026-03-29T06:00:00Z");
    expect(await sentAt(gym)).toEqual([["membership_expired", "2026-03-29T06:00:00.000Z"]]);
  });

  test("P13 the hours are the organization's own", async () => {
    const { gym } = await gymWith("2026-03-05", { ends_on: "2026-03-12" });
    await setPolicies(gym, { message_hours_from: "17:00", message_hours_to: "19:00" });
    await clockStrikes(gym, "2026-03-05T10:00:00Z");
    expect((await messagesOf(gym))[0]?.send_after).toBe("2026-03-05T16:00:00.000Z");
    await send(gym, "2026-03-05T18:00:00Z");
    expect((await messagesOf(gym)).map(({ state, send_after }) => [state, send_after])).toEqual([
      ["queued", "2026-03-06T16:00:00.000Z"],
    ]);
  });

  test("F2 a cancellation is confirmed at any hour, and not any more once it is withdrawn", async () => {
    const terms = { cancelled_at: "2026-03-05T01:00:00Z", cancelled_on: "2026-03-31" };
    const { gym, membership_id } = await gymWith("2026-03-05", terms);
    await confirmCancellation(clockwork(gym, "2026-03-05T01:00:00Z"), { membership_id });
    await change(gym, membership_id, { cancelled_at: null, cancelled_on: null });
    await send(gym, "2026-03-05T01:01:00Z");
    expect(await messageStates(gym)).toEqual([["cancellation_confirmed", "suppressed", "no_longer_true"]]);
    await change(gym, membership_id, { ...terms, cancelled_at: "2026-03-05T01:05:00Z" });
    await confirmCancellation(clockwork(gym, "2026-03-05T01:05:00Z"), { membership_id });
    await send(gym, "2026-03-05T01:05:00Z");
    expect((await sentAt(gym))[1]).toEqual(["cancellation_confirmed", "2026-03-05T01:05:00.000Z"]);
  });

  test.each([
    ["America/New_York", "2026-03-08"],
    ["America/New_York", "2026-11-01"],
    ["Europe/Berlin", "2026-03-29"],
    ["Europe/Berlin", "2026-10-25"],
    ["Australia/Lord_Howe", "2026-04-05"],
    ["Asia/Kathmandu", "2026-05-31"],
  ])("P13 in %s around %s every hour is moved to an allowed one, and an allowed one stays", (zone, day) => {
    const start = Temporal.PlainDate.from(day).toZonedDateTime("UTC").toInstant().subtract({ hours: 24 });
    const clock = fc.record({ hour: fc.nat(23), minute: fc.nat(59) });
    const text = ({ hour, minute }: { hour: number; minute: number }) =>
      Temporal.PlainTime.from({ hour, minute }).toString().slice(0, 5);
    fc.assert(
      fc.property(fc.nat(72 * 60), clock, clock, (minutes, from, to) => {
        fc.pre(text(from) !== text(to));
        const hours = { message_hours_from: text(from), message_hours_to: text(to) };
        const now = start.add({ minutes });
        const at = withinMessageHours(now, zone, hours);
        const shown = at.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
        const is_allowed =
          text(from) < text(to) ? shown >= text(from) && shown < text(to) : shown >= text(from) || shown < text(to);
        // A window that lies in the hour that is skipped opens and closes at once.
        const is_skipped = at.toZonedDateTimeISO(zone).hoursInDay !== 24;
        expect(is_allowed || is_skipped).toBe(true);
        expect(Temporal.Instant.compare(at, now)).toBeGreaterThanOrEqual(0);
        expect(at.since(now).total("hours")).toBeLessThanOrEqual(25);
        expect(withinMessageHours(at, zone, hours).equals(at) || is_skipped).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("P13 when it is sent", () => {
  test("P13 the end of a freeze is not sent to a member who has left meanwhile", async () => {
    const freezes = [{ from_on: "2026-02-01", to_on: "2026-03-04" }];
    const { gym, membership_id } = await gymWith("2026-03-05", { freezes });
    await clockStrikes(gym, "2026-03-05T02:00:00Z");
    await change(gym, membership_id, { cancelled_at: "2026-03-05T03:00:00Z", cancelled_on: "2026-03-05" });
    await send(gym, "2026-03-05T10:00:00Z");
    expect(await messageStates(gym)).toEqual([["freeze_ended", "suppressed", "no_longer_true"]]);
  });

  test("P13 a member who has come in meanwhile gets no re-engagement message", async () => {
    const { gym, member_id } = await gymWith("2026-02-24", { kind: "recurring" }, consent);
    await newVisit(gym, member_id, { check_in_at: "2026-02-09T17:00:00Z", check_out_at: "2026-02-09T18:00:00Z" });
    await clockStrikes(gym, "2026-03-03T03:00:00Z");
    await newVisit(gym, member_id, { check_in_at: "2026-03-03T06:00:00Z", check_out_at: "2026-03-03T07:00:00Z" });
    await send(gym, "2026-03-03T10:00:00Z");
    expect(await messageStates(gym)).toEqual([["re_engagement", "suppressed", "no_longer_true"]]);
  });

  test("P13 a vendor that comes back at night is called in the morning, and with nothing that is over", async () => {
    const { gym, member_id } = await gymWith("2026-03-05", { ends_on: "2026-03-12" });
    await choose(gym as never, resend);
    const { url, calls } = await vendorServer(() => ({ status: 503, body: {} }));
    setVendorEndpoint(url);
    await clockStrikes(gym, "2026-03-05T19:30:00Z");
    expect(calls).toHaveLength(1);
    await send(gym, "2026-03-05T22:00:00Z");
    expect(calls).toHaveLength(1);
    expect((await messagesOf(gym))[0]?.send_after).toBe("2026-03-06T07:00:00.000Z");
    await newMembership(gym, member_id, { kind: "fixed_term", starts_on: "2026-03-13", ends_on: "2026-06-12" });
    await send(gym, "2026-03-06T07:00:00Z");
    expect(calls).toHaveLength(1);
    expect(await messageStates(gym)).toEqual([["membership_expiring", "suppressed", "no_longer_true"]]);
  });

  test("P13 every message that a schedule writes says what it is about", async () => {
    const gym = await oldGym("Europe/Berlin");
    const person = (first_name: string, fields = {}) =>
      newMember(gym, { first_name, email: `${first_name}@example.com`, ...fields });
    await newMembership(gym, await person("ends"), { kind: "fixed_term", ends_on: "2026-03-09" });
    await newMembership(gym, await person("ended"), { kind: "fixed_term", ends_on: "2026-03-01" });
    await newMembership(gym, await person("back"), { freezes: [{ from_on: "2026-02-01", to_on: "2026-03-01" }] });
    await person("born", { birth_on: "1996-03-02", ...consent });
    const away = await person("away", consent);
    await newMembership(gym, away);
    await newVisit(gym, away, { check_in_at: "2026-02-09T17:00:00Z", check_out_at: "2026-02-09T18:00:00Z" });
    await newDebt(gym, await person("owes"));
    await clockStrikes(gym, "2026-03-02T10:30:00Z");
    const written = await messagesOf(gym);
    expect(written.filter(({ about_id, about_on }) => about_id === null && about_on === null)).toEqual([]);
    expect(written.filter(({ state }) => state !== "sent")).toEqual([]);
    // A card ends with a month, so that no message about it falls on this day (tests/domain/gateways/methods/card-expiry.test.ts), and
    // a payment fails at a gateway (tests/domain/dunning).
    const elsewhere = ["card_expiring", "payment_failed"];
    const byTheClock = messageKindNames.filter(
      (kind) => messageKinds[kind].hours === "civil" && !elsewhere.includes(kind),
    );
    expect(written.map(({ kind }) => kind).sort()).toEqual(byTheClock.sort());
  });
});
