import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accountCredits, invoiceLines, invoices, journalLines, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { issueDocuments } from "@/lib/domain/billing/documents";
import { fixedClock } from "@/lib/kernel/clock";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { draftOf, issueAll, newInvoice, newTaxRate } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { sellMembership } from "@/tests/support/gym/memberships";
import { asJob } from "@/tests/support/jobs/as-job";

const within = <T>({ organization_id }: Gym, work: Parameters<typeof inTenant<T>>[1]) =>
  inTenant({ organization_id, user_id: null }, work);

const many = (count: number) => Array.from({ length: count });

describe("numbers", () => {
  test("L1 L2 32 parallel finalizations get consecutive numbers", async () => {
    const gym = await newGym();
    const issued = await Promise.all(many(32).map(() => newInvoice(gym)));
    expect(issued.map(({ sequence }) => sequence).toSorted((a, b) => a - b)).toEqual(many(32).map((_, at) => at + 1));
    expect(new Set(issued.map(({ number }) => number)).size).toBe(32);
    expect(issued.find(({ sequence }) => sequence === 32)?.number).toBe("INV-00032");
  });

  test("L1 a transaction that fails after it took its number leaves no gap", async () => {
    const gym = await newGym();
    const failing = async () =>
      asJob(gym, gym.people.gym_owner.caller.clock, async (ctx) => {
        await issueDocuments(ctx, [draftOf(gym)]);
        throw new Error("the power failed");
      });
    await newInvoice(gym);
    const outcomes = await Promise.allSettled(many(8).flatMap(() => [failing(), newInvoice(gym)]));
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(8);
    const rows = await within(gym, (db) =>
      db.select({ sequence: invoices.sequence }).from(invoices).orderBy(invoices.sequence),
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("L1 documents of one call are numbered in their order, credit notes in their own series", async () => {
    const gym = await newGym();
    const credit = draftOf(gym, { lines: [{ list_minor: -1_000 }] });
    const issued = await issueAll(gym, [draftOf(gym), credit, draftOf(gym)]);
    expect(issued.map(({ number }) => number)).toEqual(["INV-00001", "CN-00001", "INV-00002"]);
  });
});

describe("a finalized document", () => {
  const refused = /never changed|never deleted|permission denied/;

  test.each([
    ["another total", sql`update invoices set net_minor = net_minor + 1, total_minor = total_minor + 1`],
    ["another buyer", sql`update invoices set buyer = '{}'`],
    ["another number", sql`update invoices set number = 'INV-9'`],
    ["a draft again", sql`update invoices set finalized_at = null`],
    ["no invoice", sql`delete from invoices`],
    ["another line", sql`update invoice_lines set description = 'Nothing'`],
    ["no line", sql`delete from invoice_lines`],
    [
      "one line more",
      sql`insert into invoice_lines (id, organization_id, invoice_id, position, kind, description, due_on, list_minor, tax_class,
        net_minor, tax_minor, total_minor) select gen_random_uuid(), organization_id, invoice_id, 9, kind, description, due_on, 0,
        tax_class, 0, 0, 0 from invoice_lines`,
    ],
  ])("L6 is never %s", async (_, statement) => {
    const gym = await newGym();
    await newInvoice(gym);
    const failure = await within(gym, (db) => db.execute(statement)).then(
      () => "it was changed",
      (error: Error) => String(error.cause ?? error),
    );
    expect(failure).toMatch(refused);
  });

  test("L6 keeps the name that the buyer had", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym);
    await within(gym, (db) => db.execute(sql`update members set first_name = 'Nina' where id = ${gym.member_id}`));
    const [row] = await within(gym, (db) => db.select().from(invoices).where(eq(invoices.id, id)));
    expect([row?.buyer?.name, row?.seller?.trading_name]).toEqual(["Mina Member", gym.organization.name]);
  });
});

describe("tax", () => {
  test("L10 prices with and without tax give the same stored sums", async () => {
    const gym = await newGym();
    await newTaxRate(gym, 190_000);
    const inclusive = await newInvoice(gym, { lines: [{ list_minor: 11_900 }] });
    const exclusive = await newInvoice(gym, { lines: [{ list_minor: 10_000, is_price_with_tax: false }] });
    const rows = await within(gym, (db) =>
      db
        .select({ net: invoices.net_minor, tax: invoices.tax_minor, total: invoices.total_minor })
        .from(invoices)
        .orderBy(invoices.sequence),
    );
    expect([inclusive.total_minor, exclusive.total_minor]).toEqual([11_900, 11_900]);
    expect(rows).toEqual([
      { net: 10_000, tax: 1_900, total: 11_900 },
      { net: 10_000, tax: 1_900, total: 11_900 },
    ]);
    expect(await ledgerOf(gym)).toEqual({ receivable: 23_800, revenue: -20_000, tax: -3_800 });
  });

  test("L10 a mixed document has the sum of its lines", async () => {
    const gym = await newGym();
    await newTaxRate(gym, 200_000);
    const issued = await newInvoice(gym, {
      lines: [
        { list_minor: 999 },
        { list_minor: 1_000, discount_minor: 100, is_price_with_tax: false },
        { list_minor: 500, tax_class: "none" },
      ],
    });
    expect(issued).toMatchObject({ net_minor: 2_232, tax_minor: 347, total_minor: 2_579 });
    const lines = await within(gym, (db) => db.select().from(invoiceLines).orderBy(invoiceLines.position));
    expect(lines.map(({ net_minor, tax_minor, total_minor }) => [net_minor, tax_minor, total_minor])).toEqual([
      [832, 167, 999],
      [900, 180, 1_080],
      [500, 0, 500],
    ]);
  });
});

describe("account credit", () => {
  test("D1 a draft below zero becomes a credit note, and its amount account credit", async () => {
    const gym = await newGym();
    await newTaxRate(gym, 190_000);
    const note = await newInvoice(gym, { lines: [{ list_minor: 1_190 }, { list_minor: -3_570 }] });
    expect(note).toMatchObject({ kind: "credit_note", net_minor: 2_000, tax_minor: 380, total_minor: 2_380 });
    const credits = await within(gym, (db) => db.select().from(accountCredits));
    expect(credits).toMatchObject([
      { payer_member_id: gym.member_id, source: "credit_note", credit_note_id: note.id, remaining_minor: 2_380 },
    ]);
    expect(await ledgerOf(gym)).toEqual({ customer_credit: -2_380, refunds: 2_000, tax: 380 });
  });

  test("K19 the oldest credit is used first, each invoice shows what it used", async () => {
    const gym = await newGym();
    const at = (hour: string) => fixedClock(`2026-03-05T${hour}:00:00Z`);
    for (const [hour, list_minor] of [
      ["08", -1_000],
      ["09", -2_000],
      ["10", -4_000],
    ] as const)
      await newInvoice(gym, { lines: [{ list_minor }], at: at(hour) });
    const issued = await issueAll(
      gym,
      [draftOf(gym, { lines: [{ list_minor: 2_500 }] }), draftOf(gym, { lines: [{ list_minor: 9_900 }] })],
      at("11"),
    );
    expect(issued.map(({ open_minor }) => open_minor)).toEqual([0, 5_400]);
    const stored = await within(gym, async (db) => ({
      credits: await db
        .select({ amount: accountCredits.amount_minor, left: accountCredits.remaining_minor })
        .from(accountCredits)
        .orderBy(accountCredits.created_at),
      open: await db
        .select({ open: invoices.open_minor })
        .from(invoices)
        .where(eq(invoices.kind, "invoice"))
        .orderBy(invoices.sequence),
    }));
    expect(stored).toEqual({
      credits: [
        { amount: 1_000, left: 0 },
        { amount: 2_000, left: 0 },
        { amount: 4_000, left: 0 },
      ],
      open: [{ open: 0 }, { open: 5_400 }],
    });
    expect(await ledgerOf(gym)).toEqual({ receivable: 5_400, revenue: -12_400, refunds: 7_000 });
  });

  test("K19 a credit of 20.00 is used once by parallel invoices", async () => {
    const gym = await newGym();
    await newInvoice(gym, { lines: [{ list_minor: -2_000 }] });
    const issued = await Promise.all(many(16).map(() => newInvoice(gym, { lines: [{ list_minor: 500 }] })));
    const paid = issued.filter(({ open_minor }) => open_minor === 0);
    expect([paid.length, issued.filter(({ open_minor }) => open_minor === 500).length]).toEqual([4, 12]);
    expect(await ledgerOf(gym)).toEqual({ receivable: 6_000, revenue: -8_000, refunds: 2_000 });
  });
});

describe("ledger", () => {
  test("every entry is balanced, and the database refuses one that is not", async () => {
    const gym = await newGym();
    await newInvoice(gym, { lines: [{ list_minor: -2_000 }] });
    await newInvoice(gym);
    expect(await unbalancedOf(gym)).toEqual([]);
    const failure = await within(gym, (db) =>
      db.insert(journalLines).select(
        db
          .select({
            id: sql<string>`gen_random_uuid()`.as("id"),
            organization_id: journalLines.organization_id,
            entry_id: journalLines.entry_id,
            account: journalLines.account,
            amount_minor: journalLines.amount_minor,
            member_id: journalLines.member_id,
            company_id: journalLines.company_id,
            invoice_id: journalLines.invoice_id,
          })
          .from(journalLines)
          .limit(1),
      ),
    ).then(
      () => "it was booked",
      (error: Error) => String(error.cause ?? error),
    );
    expect(failure).toMatch(/is not balanced/);
  });
});

describe("what is unpaid of a membership", () => {
  const unpaidOf = async (gym: Gym, id: string) => {
    const [row] = await within(gym, (db) =>
      db
        .select({ due_on: memberships.unpaid_due_on, minor: memberships.unpaid_minor })
        .from(memberships)
        .where(and(eq(memberships.organization_id, gym.organization_id), eq(memberships.id, id))),
    );
    return row;
  };

  test("follows its share of each open invoice", async () => {
    const gym = await newGym({ clock: fixedClock("2026-03-05T11:00:00Z") });
    const membership_id = await sellMembership(gym, gym.member_id);
    const lines = [{ membership_id, list_minor: 3_000 }, { list_minor: 1_000 }];
    await newInvoice(gym, { lines, at: fixedClock("2026-03-05T11:00:00Z") });
    expect(await unpaidOf(gym, membership_id)).toEqual({ due_on: "2026-03-05", minor: 3_000 });
    await newInvoice(gym, { lines, at: fixedClock("2026-04-05T11:00:00Z") });
    expect(await unpaidOf(gym, membership_id)).toEqual({ due_on: "2026-03-05", minor: 6_000 });
  });
});
