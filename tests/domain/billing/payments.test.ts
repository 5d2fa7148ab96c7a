import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "@/db/id";
import { companies, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { getAccount, getStatement, grantCredit } from "@/lib/domain/billing/credits";
import { listPayments, recordPayment, refundPayment, reversePayment } from "@/lib/domain/billing/payments";
import { closeTill, currentTill, openTill } from "@/lib/domain/billing/till";
import { fixedClock } from "@/lib/kernel/clock";
import { newGym, newMember } from "@/tests/support/gym/gym";
import { draftOf, issueAll, newInvoice } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { sellMembership } from "@/tests/support/gym/memberships";
import { code, many, openOf, owner, pay, reason } from "@/tests/support/gym/payments";

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
