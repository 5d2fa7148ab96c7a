import { expect, test } from "vitest";
import { voidInvoice } from "@/lib/domain/billing/corrections";
import { creditExpiry, getAccount, getStatement, getStatementPdf, grantCredit } from "@/lib/domain/billing/credits";
import { refundPayment } from "@/lib/domain/billing/payments";
import { fixedClock } from "@/lib/kernel/clock";
import { issueAt, line } from "@/tests/support/billing/issue";
import { balanceOf } from "@/tests/support/gym/bills";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { outcomeOf } from "@/tests/support/gym/london";
import { pay, reason } from "@/tests/support/gym/payments";
import { asJob } from "@/tests/support/jobs/as-job";

const at = (day: string) => `${day}T09:00:00Z`;
const on = (gym: Gym, day: string) => ({ ...gym.people.gym_owner.caller, clock: fixedClock(at(day)) });

const grant = (gym: Gym, expires_on?: string, amount_minor = 1_000) =>
  grantCredit(on(gym, "2026-03-01"), { id: gym.member_id, amount_minor, reason, ...(expires_on && { expires_on }) });

const runOn = (gym: Gym, run_on: string) =>
  asJob(gym, fixedClock(at(run_on)), (ctx) =>
    creditExpiry.run(ctx, { location: { id: gym.location_id, name: "Main", time_zone: "UTC" }, run_on }),
  );

const newUtcGym = () => newGym({ time_zone: "UTC" });

test("K19 goodwill lapses on the day after its last day, once, and is booked back", async () => {
  const gym = await newUtcGym();
  const { id } = await grant(gym, "2026-03-10");
  await grant(gym, undefined, 300);
  expect(await runOn(gym, "2026-03-10")).toEqual({ found: 0, acted: 0 });
  expect(await ledgerOf(gym)).toEqual({ discounts: 1_300, customer_credit: -1_300 });
  expect(await runOn(gym, "2026-03-11")).toMatchObject({ acted: 1 });
  expect(await runOn(gym, "2026-03-12")).toEqual({ found: 0, acted: 0 });
  expect(await ledgerOf(gym)).toEqual({ discounts: 300, customer_credit: -300 });
  expect(await unbalancedOf(gym)).toEqual([]);
  const { credits } = await getAccount(on(gym, "2026-03-12"), { id: gym.member_id });
  expect(credits.map(({ remaining_minor, expires_on }) => [remaining_minor, expires_on])).toEqual([[300, null]]);
  const range = { id: gym.member_id, from: "2026-03-01", to: "2026-03-31" };
  const { rows } = await getStatement(on(gym, "2026-03-12"), range);
  expect(rows.map(({ kind, amount_minor }) => [kind, amount_minor])).toEqual([
    ["goodwill", -1_000],
    ["goodwill", -300],
    ["goodwill_lapse", 1_000],
  ]);
  expect(rows[2]?.id.startsWith(id)).toBe(true);
  const pdf = (await getStatementPdf(on(gym, "2026-03-12"), range)).toResponse({});
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
});

test("K19 it pays an invoice of its last day, and none of the day after, also where the job is late", async () => {
  const gym = await newUtcGym();
  await grant(gym, "2026-03-10");
  const [last] = await issueAt(gym, at("2026-03-10"), [[line({ list_minor: 400 })]]);
  const [after] = await issueAt(gym, at("2026-03-11"), [[line({ list_minor: 400 })]]);
  expect([last?.open_minor, after?.open_minor]).toEqual([0, 400]);
  expect(await balanceOf(gym)).toEqual({ credit: 600, open: 400 });
  await runOn(gym, "2026-03-20");
  expect(await balanceOf(gym)).toEqual({ credit: 0, open: 400 });
});

test("K13 nothing of it is paid out after its last day", async () => {
  const gym = await newUtcGym();
  await issueAt(gym, at("2026-03-01"), [[line()]]);
  const { id } = await pay(gym, 1_000);
  await grant(gym, "2026-03-10");
  const refund = { id, amount_minor: 500, reason, method: "bank_transfer" as const };
  expect(await outcomeOf(refundPayment(on(gym, "2026-03-11"), refund))).toBe("conflict");
});

test("what a voided invoice gives back after the last day lapses with the next run, as a booking of its own", async () => {
  const gym = await newUtcGym();
  await grant(gym, "2026-03-10");
  const [invoice] = await issueAt(gym, at("2026-03-05"), [[line({ list_minor: 700 })]]);
  await runOn(gym, "2026-03-11");
  expect(await ledgerOf(gym)).toMatchObject({ discounts: 700 });
  const voided = await outcomeOf(voidInvoice(on(gym, "2026-03-12"), { id: invoice?.id ?? "", reason }));
  if (voided !== "done") return expect(voided).toBe("conflict");
  await runOn(gym, "2026-03-13");
  expect(await balanceOf(gym)).toEqual({ credit: 0, open: 0 });
  expect(await ledgerOf(gym)).toEqual({});
});

test("an invoice that is issued while the job runs gets the credit, or the job takes it: never both", async () => {
  const gym = await newUtcGym();
  await grant(gym, "2026-03-10");
  await Promise.all([issueAt(gym, at("2026-03-10"), [[line({ list_minor: 1_000 })]]), runOn(gym, "2026-03-11")]);
  const { credit, open } = await balanceOf(gym);
  expect([credit, [0, 1_000].includes(open)]).toEqual([0, true]);
  expect(await unbalancedOf(gym)).toEqual([]);
});

test("the last day is today or later", async () => {
  const gym = await newUtcGym();
  expect([await outcomeOf(grant(gym, "2026-02-28")), await outcomeOf(grant(gym, "2026-03-01"))]).toEqual([
    ...["invalid_input", "done"],
  ]);
});
