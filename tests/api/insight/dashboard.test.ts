import { expect, test } from "vitest";
import { staffLocations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { issueCreditNote, voidInvoice } from "@/lib/domain/billing/corrections";
import { getInvoiceTotals } from "@/lib/domain/billing/invoices";
import { listPayments, recordPayment, refundPayment, reversePayment } from "@/lib/domain/billing/payments";
import { getDashboard } from "@/lib/domain/insight/dashboard";
import { fixedClock } from "@/lib/kernel/clock";
import { issueAt, line } from "@/tests/support/billing/issue";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";

const at = (gym: Gym, role: "gym_owner" | "receptionist", now: string) => ({
  ...gym.people[role].caller,
  clock: fixedClock(now),
});

test("B4 this month begins at local midnight of each location", async () => {
  const gym = await newGym({ time_zone: "Pacific/Auckland" });
  await newMember(gym, { joined_on: "2026-03-01" });
  await newMember(gym, { joined_on: "2026-02-10" });
  await issueAt(gym, "2026-02-28T11:30:00Z", [[line({ list_minor: 5_900 })]]);
  await issueAt(gym, "2026-02-28T10:30:00Z", [[line({ list_minor: 4_000 })]]);
  const figures = await getDashboard(at(gym, "gym_owner", "2026-02-28T12:00:00Z"), {});
  expect(figures).toMatchObject({
    today: "2026-03-01",
    month_starts_on: "2026-03-01",
    new_members: 1,
    new_members_last_month: 1,
  });
  expect(figures.billed).toEqual([
    { currency: "EUR", amount_minor: 5_900, invoices: 1, by_day: [{ on: "2026-03-01", amount_minor: 5_900 }] },
  ]);
});

test("A3 a person bound to one location sees that location's figures only", async () => {
  const gym = await newGym();
  const other = await newLocation(gym, "Second");
  await newMember(gym, { joined_on: "2026-03-02" });
  await newMember(gym, { joined_on: "2026-03-03", home_location_id: other });
  const { organization_id } = gym;
  const { staff_id } = gym.people.admin.caller;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(staffLocations).values({ organization_id, staff_id: staff_id ?? "", location_id: other }),
  );
  const bound = { ...gym.people.admin.caller, location_ids: [other], clock: fixedClock("2026-03-05T12:00:00Z") };
  expect((await getDashboard(bound, {})).new_members).toBe(1);
  await expect(getDashboard(bound, { location_id: gym.location_id })).rejects.toMatchObject({ code: "not_found" });
});

test("A4 the front desk sees no revenue", async () => {
  const gym = await newGym();
  await issueAt(gym, "2026-03-02T10:00:00Z", [[line({ list_minor: 5_900 })]]);
  const figures = await getDashboard(at(gym, "receptionist", "2026-03-05T12:00:00Z"), {});
  expect(Object.keys(figures)).toEqual(["today", "month_starts_on", "new_members", "new_members_last_month"]);
});

test("Q6 what was billed is the sum of the invoices that it leads to, without void ones", async () => {
  const gym = await newGym();
  const owner = at(gym, "gym_owner", "2026-03-05T12:00:00Z");
  await issueAt(gym, "2026-02-27T10:00:00Z", [[line({ list_minor: 7_000 })]]);
  const [kept, wrong] = await issueAt(gym, "2026-03-02T10:00:00Z", [
    [line({ list_minor: 5_900 })],
    [line({ list_minor: 3_000 })],
  ]);
  await voidInvoice(owner, { id: wrong?.id ?? "", reason: "Entered twice" });
  await issueCreditNote(owner, { id: kept?.id ?? "", amount_minor: 900, reason: "Showers were closed" });
  const { billed, outstanding, today, month_starts_on } = await getDashboard(owner, {});
  expect(billed).toEqual([
    {
      ...{ currency: "EUR", amount_minor: 5_000, invoices: 1 },
      by_day: [
        { on: "2026-03-02", amount_minor: 5_900 },
        { on: "2026-03-05", amount_minor: -900 },
      ],
    },
  ]);
  const listed = await getInvoiceTotals(owner, { issued_from: month_starts_on, issued_to: today });
  expect(listed.by_currency[0]?.total_minor).toBe(5_000);
  const open = await getInvoiceTotals(owner, { status: ["open", "part_paid", "overdue"] });
  expect(outstanding).toEqual([
    { currency: "EUR", amount_minor: 12_000, invoices: 2, overdue_minor: 12_000, overdue_invoices: 2 },
  ]);
  expect(open.by_currency[0]).toMatchObject({ open_minor: 12_000, overdue_minor: 12_000 });
});

test("Q5 a reversed payment is not collected, and a refund reduces the month in which it is paid out", async () => {
  const gym = await newGym();
  const february = at(gym, "gym_owner", "2026-02-20T12:00:00Z");
  const march = at(gym, "gym_owner", "2026-03-05T12:00:00Z");
  const [old] = await issueAt(gym, "2026-02-19T10:00:00Z", [[line({ list_minor: 5_900 })]]);
  await issueAt(gym, "2026-03-02T10:00:00Z", [[line({ list_minor: 5_900 })]]);
  const pay = { member_id: gym.member_id, method: "card_terminal" as const };
  const paid = await recordPayment(february, { ...pay, amount_minor: 5_900 });
  await recordPayment(march, { ...pay, amount_minor: 4_000 });
  const bounced = await recordPayment(march, { ...pay, amount_minor: 1_900, method: "cheque" });
  await reversePayment(march, { id: bounced.id, reason: "The bank returned the cheque" });
  await refundPayment(march, { id: paid.id, amount_minor: 900, reason: "Injured", invoice_id: old?.id ?? "" });
  const [before, now] = [await getDashboard(february, {}), await getDashboard(march, {})];
  expect(before.collected).toEqual([
    { currency: "EUR", amount_minor: 5_900, payments_minor: 5_900, refunds_minor: 0, disputes_minor: 0 },
  ]);
  expect(now.collected).toEqual([
    { currency: "EUR", amount_minor: 3_100, payments_minor: 4_000, refunds_minor: 900, disputes_minor: 0 },
  ]);
  const { data } = await listPayments(march, { received_from: now.month_starts_on, received_to: now.today });
  const sum = data.filter(({ reversed_at }) => !reversed_at).reduce((all, { amount_minor }) => all + amount_minor, 0);
  expect(sum).toBe(4_000);
});
