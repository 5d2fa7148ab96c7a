import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "@/db/id";
import { companies, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { issueCreditNote, voidInvoice, writeOffInvoice } from "@/lib/domain/billing/corrections";
import { getAccount, getStatement, grantCredit } from "@/lib/domain/billing/credits";
import { getPayment, listPayments, recordPayment, refundPayment, reversePayment } from "@/lib/domain/billing/payments";
import { closeTill, currentTill, openTill } from "@/lib/domain/billing/till";
import { fixedClock } from "@/lib/kernel/clock";
import { Problem } from "@/lib/kernel/errors";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { draftOf, issueAll, newInvoice, newTaxRate } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { sellMembership } from "@/tests/support/gym/memberships";

const many = (count: number) => Array.from({ length: count });
const owner = (gym: Gym) => gym.people.gym_owner.caller;
const reason = "Agreed at the desk";

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Problem ? error.code : Promise.reject(error)),
  );

async function openOf(gym: Gym): Promise<number[]> {
  const { open_invoices } = await getAccount(owner(gym), { id: gym.member_id });
  return open_invoices.map(({ open_minor }) => open_minor);
}

const pay = (gym: Gym, amount_minor: number, fields: Partial<Parameters<typeof recordPayment>[1]> = {}) =>
  recordPayment(owner(gym), { member_id: gym.member_id, method: "card_terminal", amount_minor, ...fields });

describe("recording", () => {
  test("K18 pays what is due first, and the rest becomes account credit", async () => {
    const gym = await newGym();
    await newInvoice(gym, { lines: [{ list_minor: 3_000 }], at: fixedClock("2026-03-05T11:00:00Z") });
    await newInvoice(gym, { lines: [{ list_minor: 2_000 }], at: fixedClock("2026-02-05T11:00:00Z") });
    const part = await pay(gym, 2_500);
    expect(part.invoices).toMatchObject([{ amount_minor: 2_000 }, { amount_minor: 500 }]);
    expect(await openOf(gym)).toEqual([2_500]);
    const more = await pay(gym, 4_000);
    expect(more).toMatchObject({ credit_minor: 1_500, invoices: [{ amount_minor: 2_500 }] });
    expect(await getAccount(owner(gym), { id: gym.member_id })).toMatchObject({
      balances: [{ currency: "EUR", open_minor: 0, credit_minor: 1_500, balance_minor: -1_500 }],
      credits: [{ source: "overpayment", remaining_minor: 1_500 }],
    });
    expect(await ledgerOf(gym)).toEqual({ card_terminal: 6_500, customer_credit: -1_500, revenue: -5_000 });
  });

  test("K18 pays the chosen invoices only, and the rest stays credit", async () => {
    const gym = await newGym();
    await newInvoice(gym);
    const { id } = await newInvoice(gym, { lines: [{ list_minor: 2_000 }] });
    const paid = await pay(gym, 2_500, { invoices: [{ id, amount_minor: 2_000 }] });
    expect(paid).toMatchObject({ credit_minor: 500, invoices: [{ id, amount_minor: 2_000 }] });
    expect(await openOf(gym)).toEqual([5_900]);
  });

  test("refuses what does not fit, and stores nothing", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym);
    const stranger = await newInvoice(gym, { member_id: await newMember(gym) });
    const codes = [
      await code(pay(gym, 6_000, { invoices: [{ id, amount_minor: 6_000 }] })),
      await code(pay(gym, 100, { invoices: [{ id, amount_minor: 200 }] })),
      await code(pay(gym, 200, { invoices: many(2).map(() => ({ id, amount_minor: 100 })) })),
      await code(pay(gym, 100, { invoices: [{ id: stranger.id, amount_minor: 100 }] })),
      await code(pay(gym, 100, { currency: "USD" })),
      await code(pay(gym, 100, { received_on: "2099-01-01" })),
      await code(pay(gym, 100, { received_on: "2020-01-01" })),
      await code(pay(gym, 0)),
      await code(pay(gym, 1.5)),
      await code(pay(gym, -100)),
    ];
    expect(codes).toEqual(["conflict", ...many(9).map(() => "invalid_input")]);
    expect((await listPayments(owner(gym), {})).data).toEqual([]);
  });

  test("K18 32 parallel payments of one invoice never settle more than is owed", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym, { lines: [{ list_minor: 10_000 }] });
    const codes = await Promise.all(
      many(32).map(() => code(pay(gym, 1_000, { invoices: [{ id, amount_minor: 1_000 }] }))),
    );
    expect(codes.filter((one) => one === "done")).toHaveLength(10);
    expect(codes.filter((one) => one === "conflict")).toHaveLength(22);
    expect(await openOf(gym)).toEqual([]);
    expect(await ledgerOf(gym)).toEqual({ card_terminal: 10_000, revenue: -10_000 });
  });

  test("K18 parallel payments without a choice share the invoice, and the rest is credit", async () => {
    const gym = await newGym();
    await newInvoice(gym, { lines: [{ list_minor: 10_000 }] });
    await Promise.all(many(16).map(() => pay(gym, 1_000)));
    expect(await ledgerOf(gym)).toEqual({ card_terminal: 16_000, customer_credit: -6_000, revenue: -10_000 });
  });

  test("K16 cash needs an open till", async () => {
    const gym = await newGym();
    expect(await code(pay(gym, 1_000, { method: "cash" }))).toBe("till_closed");
    const till = await openTill(owner(gym), { location_id: gym.location_id, float_minor: 10_000 });
    const paid = await pay(gym, 1_000, { method: "cash" });
    expect(paid.till_session_id).toBe(till.id);
    const { movements } = await currentTill(owner(gym), { location_id: gym.location_id });
    expect(movements).toMatchObject([{ kind: "payment", amount_minor: 1_000, payer_name: "Mina Member" }]);
  });
});

describe("reversing", () => {
  test("a bounced cheque opens its invoices again, once", async () => {
    const gym = await newGym();
    await newInvoice(gym);
    const { id } = await pay(gym, 6_900, { method: "cheque", reference: "000123" });
    const reversed = await reversePayment(owner(gym), { id, reason: "The cheque bounced" });
    expect(reversed).toMatchObject({ reversal_reason: "The cheque bounced", refunded_minor: 0 });
    expect(await openOf(gym)).toEqual([5_900]);
    expect(await code(reversePayment(owner(gym), { id, reason }))).toBe("conflict");
    expect(await ledgerOf(gym)).toEqual({ receivable: 5_900, revenue: -5_900 });
    expect((await getAccount(owner(gym), { id: gym.member_id })).credits).toEqual([]);
  });

  test("is refused once its credit was used or a part was refunded", async () => {
    const gym = await newGym();
    const first = await pay(gym, 2_000);
    await newInvoice(gym, { lines: [{ list_minor: 500 }] });
    expect(await code(reversePayment(owner(gym), { id: first.id, reason }))).toBe("conflict");
    const second = await pay(gym, 2_000);
    await refundPayment(owner(gym), { id: second.id, amount_minor: 500, reason });
    expect(await code(reversePayment(owner(gym), { id: second.id, reason }))).toBe("conflict");
  });
});

describe("credit notes", () => {
  test("K15 parts of a document add up to its net amount and tax to the cent", async () => {
    const gym = await newGym();
    await newTaxRate(gym, 190_000);
    const { id, net_minor, tax_minor } = await newInvoice(gym, { lines: [{ list_minor: 999 }, { list_minor: 1_001 }] });
    const notes = [];
    for (const amount_minor of [333, 333, 333])
      notes.push(await issueCreditNote(owner(gym), { id, amount_minor, reason }));
    notes.push(await issueCreditNote(owner(gym), { id, reason }));
    expect(notes.map(({ number, total_minor }) => [number, total_minor])).toEqual([
      ["CN-00001", 333],
      ["CN-00002", 333],
      ["CN-00003", 333],
      ["CN-00004", 1_001],
    ]);
    expect(notes.reduce((all, note) => all + note.net_minor, 0)).toBe(net_minor);
    expect(notes.reduce((all, note) => all + note.tax_minor, 0)).toBe(tax_minor);
    expect(await code(issueCreditNote(owner(gym), { id, amount_minor: 1, reason }))).toBe("conflict");
    expect(await ledgerOf(gym)).toEqual({ revenue: -net_minor, refunds: net_minor });
  });

  test("K15 lines and amounts of the whole may be mixed", async () => {
    const gym = await newGym();
    await newTaxRate(gym, 190_000);
    const invoice = await newInvoice(gym, { lines: [{ list_minor: 1_190 }, { list_minor: 2_380 }] });
    const { id, lines } = invoice;
    const line_id = lines[0]?.id ?? "";
    const first = await issueCreditNote(owner(gym), { id, lines: [{ line_id, amount_minor: 595 }], reason });
    expect(first).toMatchObject({ net_minor: 500, tax_minor: 95, lines: [{ corrects_line_id: line_id }] });
    expect(await code(issueCreditNote(owner(gym), { id, lines: [{ line_id, amount_minor: 596 }], reason }))).toBe(
      "conflict",
    );
    const second = await issueCreditNote(owner(gym), { id, amount_minor: 1_190, reason });
    expect([second.net_minor, second.tax_minor]).toEqual([1_000, 190]);
    const rest = await issueCreditNote(owner(gym), { id, reason });
    expect([rest.total_minor, rest.net_minor + 1_500, rest.tax_minor + 285]).toEqual([1_785, 3_000, 570]);
  });

  test("L7 reduces the open amount first, the rest becomes account credit", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym);
    await pay(gym, 4_900);
    const note = await issueCreditNote(owner(gym), { id, amount_minor: 2_000, reason });
    expect(note).toMatchObject({ corrects_invoice_id: id, settled_minor: 1_000, credit_minor: 1_000 });
    expect(await openOf(gym)).toEqual([]);
    expect(await ledgerOf(gym)).toEqual({
      card_terminal: 4_900,
      customer_credit: -1_000,
      revenue: -5_900,
      refunds: 2_000,
    });
  });

  test("L7 parallel credit notes never exceed the invoice", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym, { lines: [{ list_minor: 10_000 }] });
    const codes = await Promise.all(
      many(16).map(() => code(issueCreditNote(owner(gym), { id, amount_minor: 1_000, reason }))),
    );
    expect(codes.filter((one) => one === "done")).toHaveLength(10);
    expect(await openOf(gym)).toEqual([]);
  });
});

describe("closing an invoice", () => {
  test("L5 a void invoice keeps its number, and its booking is taken back", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym);
    expect(await voidInvoice(owner(gym), { id, reason })).toMatchObject({ number: "INV-00001", open_minor: 0 });
    expect(await ledgerOf(gym)).toEqual({});
    expect((await newInvoice(gym)).number).toBe("INV-00002");
    expect(await code(voidInvoice(owner(gym), { id, reason }))).toBe("conflict");
    expect(await code(issueCreditNote(owner(gym), { id, reason }))).toBe("conflict");
  });

  test("L5 a paid invoice cannot become void", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym);
    const payment = await pay(gym, 100);
    expect(await code(voidInvoice(owner(gym), { id, reason }))).toBe("conflict");
    await reversePayment(owner(gym), { id: payment.id, reason });
    expect(await code(voidInvoice(owner(gym), { id, reason }))).toBe("done");
  });

  test("a write-off gives up what is open", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym);
    await pay(gym, 900);
    expect(await writeOffInvoice(owner(gym), { id, reason })).toMatchObject({ open_minor: 0, voided_at: null });
    expect(await ledgerOf(gym)).toEqual({ card_terminal: 900, write_offs: 5_000, revenue: -5_900 });
    expect(await code(writeOffInvoice(owner(gym), { id, reason }))).toBe("conflict");
  });
});

describe("refunds", () => {
  test("K14 K16 makes a credit note, and the money goes back the way it came", async () => {
    const gym = await newGym();
    const { id: invoice_id } = await newInvoice(gym);
    const { id } = await pay(gym, 5_900);
    const refund = await refundPayment(owner(gym), { id, amount_minor: 2_000, invoice_id, reason });
    expect(refund).toMatchObject({
      method: "card_terminal",
      credit_note: { number: "CN-00001" },
      payment: { refunded_minor: 2_000 },
    });
    expect(await ledgerOf(gym)).toEqual({ card_terminal: 3_900, revenue: -5_900, refunds: 2_000 });
  });

  test("K13 32 parallel refunds never exceed what was paid", async () => {
    const gym = await newGym();
    const { id: invoice_id } = await newInvoice(gym, { lines: [{ list_minor: 10_000 }] });
    const { id } = await pay(gym, 10_000);
    const codes = await Promise.all(
      many(32).map(() => code(refundPayment(owner(gym), { id, amount_minor: 1_000, invoice_id, reason }))),
    );
    expect(codes.filter((one) => one === "done")).toHaveLength(10);
    expect(codes.filter((one) => one === "conflict")).toHaveLength(22);
    expect((await getPayment(owner(gym), { id })).refunded_minor).toBe(10_000);
    expect(await ledgerOf(gym)).toEqual({ revenue: -10_000, refunds: 10_000 });
  });

  test("K13 32 parallel refunds of one credit never exceed it", async () => {
    const gym = await newGym();
    const { id } = await pay(gym, 5_000);
    const codes = await Promise.all(
      many(32).map(() => code(refundPayment(owner(gym), { id, amount_minor: 1_000, reason }))),
    );
    expect(codes.filter((one) => one === "done")).toHaveLength(5);
    expect(await ledgerOf(gym)).toEqual({});
  });

  test("K16 a refund in cash needs an open till that holds it", async () => {
    const gym = await newGym();
    const { id } = await pay(gym, 5_000);
    const refund = (amount_minor: number) =>
      code(refundPayment(owner(gym), { id, amount_minor, method: "cash", reason }));
    expect(await refund(1_000)).toBe("till_closed");
    await openTill(owner(gym), { location_id: gym.location_id, float_minor: 2_000 });
    expect([await refund(2_001), await refund(2_000), await refund(1)]).toEqual(["conflict", "done", "conflict"]);
  });
});

describe("the account", () => {
  test("a statement runs from its opening to its closing balance", async () => {
    const gym = await newGym({ clock: fixedClock("2026-03-10T11:00:00Z") });
    await newInvoice(gym, { lines: [{ list_minor: 3_000 }], at: fixedClock("2026-02-05T11:00:00Z") });
    const { id } = await newInvoice(gym, { lines: [{ list_minor: 2_000 }], at: fixedClock("2026-03-05T11:00:00Z") });
    const payment = await pay(gym, 6_000, { received_on: "2026-03-07" });
    await refundPayment(owner(gym), { id: payment.id, amount_minor: 400, reason });
    await grantCredit(owner(gym), { id: gym.member_id, amount_minor: 100, reason });
    const statement = await getStatement(owner(gym), { id: gym.member_id, from: "2026-03-01", to: "2026-03-31" });
    expect([statement.opening_minor, statement.closing_minor]).toEqual([3_000, -700]);
    expect(statement.rows.map(({ kind, amount_minor, balance_minor }) => [kind, amount_minor, balance_minor])).toEqual([
      ["invoice", 2_000, 5_000],
      ["payment", -6_000, -1_000],
      ["refund", 400, -600],
      ["goodwill", -100, -700],
    ]);
    expect(statement.rows[0]).toMatchObject({ booked_on: "2026-03-05", id, number: "INV-00002" });
    const before = await getStatement(owner(gym), { id: gym.member_id, from: "2026-01-01", to: "2026-02-28" });
    expect([before.opening_minor, before.closing_minor]).toEqual([0, 3_000]);
  });

  test("after a day of everything the ledger is balanced, and the balance is that of the columns", async () => {
    const gym = await newGym();
    const till = await openTill(owner(gym), { location_id: gym.location_id, float_minor: 5_000 });
    const one = await newInvoice(gym);
    await newInvoice(gym, { lines: [{ list_minor: 1_234 }] });
    const cash = await pay(gym, 7_000, { method: "cash" });
    await refundPayment(owner(gym), { id: cash.id, amount_minor: 900, invoice_id: one.id, reason });
    await grantCredit(owner(gym), { id: gym.member_id, amount_minor: 50, reason });
    await closeTill(owner(gym), { id: till.id, counted: { "10000": 1, "1000": 1, "50": 2 }, left_minor: 5_000 });
    const account = await getAccount(owner(gym), { id: gym.member_id });
    const open = account.open_invoices.reduce((all, { open_minor }) => all + open_minor, 0);
    const credit = account.credits.reduce((all, { remaining_minor }) => all + remaining_minor, 0);
    expect(account.balances).toEqual([
      { currency: "EUR", open_minor: open, credit_minor: credit, balance_minor: open - credit },
    ]);
    expect([open, credit]).toEqual([134, 50]);
    expect(await unbalancedOf(gym)).toEqual([]);
  });
});

describe("what is unpaid of a membership", () => {
  test("is nothing once parallel payments paid each of its invoices", async () => {
    const gym = await newGym();
    const membership_id = await sellMembership(gym, gym.member_id);
    const invoices = [];
    for (const list_minor of [1_000, 1_000, 1_000, 1_000, 1_000, 1_000])
      invoices.push(await newInvoice(gym, { lines: [{ list_minor, membership_id }] }));
    await Promise.all(invoices.slice(1).map(({ id }) => pay(gym, 1_000, { invoices: [{ id, amount_minor: 1_000 }] })));
    const [row] = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
      db
        .select({ minor: memberships.unpaid_minor })
        .from(memberships)
        .where(and(eq(memberships.organization_id, gym.organization_id), eq(memberships.id, membership_id))),
    );
    expect(row).toEqual({ minor: 1_000 });
  });
});

describe("a company", () => {
  test("J2 pays its own invoices, at the location of the one that is due first", async () => {
    const gym = await newGym();
    const company_id = newId();
    await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
      db.insert(companies).values({ id: company_id, organization_id: gym.organization_id, name: "Acme" }),
    );
    const record = () => recordPayment(owner(gym), { company_id, method: "bank_transfer", amount_minor: 6_000 });
    expect(await code(record())).toBe("location_required");
    await newInvoice(gym);
    await issueAll(gym, [{ ...draftOf(gym), payer_member_id: null, payer_company_id: company_id }]);
    expect(await record()).toMatchObject({ payer_name: "Acme", credit_minor: 100, location_id: gym.location_id });
    expect(await openOf(gym)).toEqual([5_900]);
    const both = { company_id, member_id: gym.member_id, method: "cash" as const, amount_minor: 1 };
    expect(await code(recordPayment(owner(gym), both))).toBe("invalid_input");
  });
});
