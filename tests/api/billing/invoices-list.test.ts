import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/billing/invoices";
import type { Input } from "@/lib/contracts/contract";
import { issueCreditNote, voidInvoice } from "@/lib/domain/billing/corrections";
import { exportInvoices, listInvoices } from "@/lib/domain/billing/invoices";
import { addDays } from "@/lib/values/calendar-day";
import { newCompany } from "@/tests/support/billing/settings";
import { freezeTime } from "@/tests/support/environment/frozen-time";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newDraft, newInvoice } from "@/tests/support/gym/manual-invoices";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal } from "@/tests/support/http/api";

const desk = (gym: Gym) => ({ token: gym.people.receptionist.token });
const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });
type Filter = Input<typeof contracts.listInvoices>;

const numbers = async (gym: Gym, filter: Filter) =>
  (await call(contracts.listInvoices, filter, desk(gym))).data.map(({ number }) => number);

const towel = (price_minor: number) => [{ description: "Towel", price_minor }];

test("the newest document comes first, and pages neither repeat nor lose one", async () => {
  const gym = await newGym();
  for (const price of [100, 200, 300]) await newInvoice(gym, { lines: towel(price) });
  const first = await call(contracts.listInvoices, { limit: 2 }, desk(gym));
  const second = await call(contracts.listInvoices, { limit: 2, cursor: first.next_cursor ?? "" }, desk(gym));
  expect([...first.data, ...second.data].map(({ total_minor }) => total_minor)).toEqual([300, 200, 100]);
  expect(second.next_cursor).toBeNull();
});

test("the due order leaves drafts out", async () => {
  const gym = await newGym();
  await newDraft(gym);
  await newInvoice(gym);
  const page = await call(contracts.listInvoices, { sort: "due", limit: 1 }, desk(gym));
  expect(page.data.map(({ status }) => status)).toEqual(["open"]);
  expect(page.next_cursor).toBeNull();
});

test("L14 an invoice is overdue from the day after its due day", async () => {
  freezeTime("2026-03-05T12:00:00Z");
  const gym = await newGym();
  const { caller } = gym.people.receptionist;
  const { due_on } = await newInvoice(gym);
  expect(due_on).toBe("2026-03-05");
  expect((await listInvoices(caller, { status: "overdue" })).data).toEqual([]);
  // 2026-03-06 00:30 in Berlin.
  freezeTime("2026-03-05T23:30:00Z");
  const { data } = await listInvoices(caller, { status: "overdue" });
  expect(data.map(({ status, days_late }) => [status, days_late])).toEqual([["overdue", 1]]);
  expect((await listInvoices(caller, { status: "open" })).data).toEqual([]);
});

test("each filter finds its own", async () => {
  const gym = await newGym();
  const other = await newMember(gym, { first_name: "Olga", last_name: "Petrova" });
  const { id: company_id } = await newCompany(gym, { name: "Harbor Row Physio" });
  const first = await newInvoice(gym, { lines: towel(1000) });
  const second = await newInvoice(gym, { member_id: other, lines: towel(2000) });
  const third = await newInvoice(gym, { company_id, lines: towel(3000) });
  const draft = await newDraft(gym, { lines: towel(4000) });
  const today = first.issued_on ?? "";
  expect(await numbers(gym, { member_id: other })).toEqual([second.number]);
  expect(await numbers(gym, { company_id })).toEqual([third.number]);
  expect(await numbers(gym, { amount_from: 1500, amount_to: 2500 })).toEqual([second.number]);
  expect(await numbers(gym, { status: "draft" })).toEqual([draft.number]);
  expect(await numbers(gym, { kind: "credit_note" })).toEqual([]);
  expect(await numbers(gym, { issued_from: today, issued_to: today })).toHaveLength(3);
  expect(await numbers(gym, { issued_from: addDays(today, 1) })).toEqual([]);
  expect(await numbers(gym, { due_to: addDays(today, -1) })).toEqual([]);
});

test("a search finds by number, its beginning, the running number and the payer", async () => {
  const gym = await newGym();
  const other = await newMember(gym, { first_name: "Olga", last_name: "Petrova" });
  const { id: company_id } = await newCompany(gym, { name: "Harbor Row Physio" });
  const first = await newInvoice(gym);
  const second = await newInvoice(gym, { member_id: other });
  const third = await newInvoice(gym, { company_id });
  expect([first.number, second.number, third.number]).toEqual(["INV-00001", "INV-00002", "INV-00003"]);
  expect(await numbers(gym, { q: "inv-00002" })).toEqual(["INV-00002"]);
  expect(await numbers(gym, { q: "INV-0000" })).toEqual(["INV-00003", "INV-00002", "INV-00001"]);
  expect(await numbers(gym, { q: "3" })).toEqual(["INV-00003"]);
  expect(await numbers(gym, { q: "petrova ol" })).toEqual(["INV-00002"]);
  expect(await numbers(gym, { q: "harbor" })).toEqual(["INV-00003"]);
  expect(await numbers(gym, { q: "INV-%" })).toEqual([]);
});

test("totals count the whole filter, without drafts and void documents", async () => {
  const gym = await newGym();
  for (const price of [1000, 2000]) await newInvoice(gym, { lines: towel(price) });
  await newDraft(gym);
  const { id } = await newInvoice(gym, { lines: towel(50) });
  await voidInvoice(gym.people.gym_owner.caller, { id, reason: "Twice" });
  expect(await call(contracts.getInvoiceTotals, {}, owner(gym))).toEqual({
    counted: 2,
    drafts: 1,
    voided: 1,
    by_currency: [{ currency: "EUR", total_minor: 3000, open_minor: 3000, overdue_minor: 0 }],
  });
  expect(await refusal(contracts.getInvoiceTotals, {}, desk(gym))).toMatchObject({ code: "forbidden" });
});

test("A3 documents of another location are neither listed, summed nor found", async () => {
  const gym = await newGym();
  const elsewhere = await newLocation(gym, "East");
  const { id } = await newInvoice(gym);
  const { token } = await newBoundStaff(gym, "admin", [elsewhere]);
  expect((await call(contracts.listInvoices, {}, { token })).data).toEqual([]);
  expect((await call(contracts.listInvoices, { q: "INV" }, { token })).data).toEqual([]);
  expect((await call(contracts.getInvoiceTotals, {}, { token })).by_currency).toEqual([]);
  for (const contract of [contracts.getInvoice, contracts.explainInvoice, contracts.getInvoicePdf]) {
    expect(await refusal(contract, { id }, { token })).toMatchObject({ code: "not_found" });
  }
});

test("each status is counted within the other filters, and within the reach of who asks", async () => {
  const gym = await newGym();
  await newDraft(gym);
  const { id } = await newInvoice(gym, { lines: towel(1000) });
  await newInvoice(gym, { lines: towel(2000) });
  await voidInvoice(gym.people.gym_owner.caller, { id, reason: "Wrong" });
  const countsOf = async (filter: Input<typeof contracts.getInvoiceCounts>, who = desk(gym)) =>
    Object.fromEntries(
      (await call(contracts.getInvoiceCounts, filter, who)).counts.flatMap(({ status, count }) =>
        count > 0 ? [[status, count]] : [],
      ),
    );
  expect(await countsOf({})).toEqual({ draft: 1, open: 1, void: 1 });
  expect(await countsOf({ amount_from: 1500 })).toEqual({ open: 1 });
  const elsewhere = await newBoundStaff(gym, "admin", [await newLocation(gym, "Elsewhere")]);
  expect(await countsOf({}, { token: elsewhere.token })).toEqual({});
});

test("Q10 the export has the rows of the list with its filters, and formulas are escaped", async () => {
  const gym = await newGym({ time_zone: "UTC" });
  const { id: company_id } = await newCompany(gym, { name: "=HYPERLINK(1)" });
  const { id } = await newInvoice(gym, { lines: towel(1234) });
  await newInvoice(gym, { company_id, lines: towel(2000) });
  await issueCreditNote(gym.people.gym_owner.caller, { id, amount_minor: 234, reason: "Cold" });
  const rowsOf = async (filter: Input<typeof contracts.exportInvoices>) => {
    const answer = await exportInvoices(gym.people.gym_owner.caller, filter);
    const lines = (await answer.toResponse({}).text()).trim().split("\r\n");
    return lines.map((line) => {
      const [number, kind, status, , , payer, , currency, total, open] = line.split(",");
      return [number, kind, status, payer, currency, total, open].join(" ");
    });
  };
  expect(await rowsOf({})).toEqual([
    "number kind status payer currency total open",
    "CN-00001 credit_note issued Mina Member EUR 2.34 0.00",
    "INV-00002 invoice open '=HYPERLINK(1) EUR 20.00 20.00",
    "INV-00001 invoice part_paid Mina Member EUR 12.34 10.00",
  ]);
  expect(await rowsOf({ status: "part_paid" })).toHaveLength(2);
});
