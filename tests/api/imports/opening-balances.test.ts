import { and, asc, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accountCredits, invoices, journalEntries, journalLines, members, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listImportRows } from "@/lib/contracts/imports/import-rows";
import * as contracts from "@/lib/contracts/imports/imports";
import { issueCreditNote } from "@/lib/domain/billing/corrections";
import { recordPayment } from "@/lib/domain/billing/payments";
import { freezeMembership } from "@/lib/domain/memberships";
import { fixedClock } from "@/lib/kernel/clock";
import { billedTo, renewAt } from "@/tests/support/gym/bills";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { checked, csv, done, uploadCsv } from "@/tests/support/gym/imports";
import { newPlan } from "@/tests/support/gym/plans";
import { call, refusal } from "@/tests/support/http/api";
import { door } from "@/tests/support/policies/door";

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const inGym = <T>(gym: Gym, work: Parameters<typeof inTenant<T>>[1]) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, work);

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const noonIn = (days: number) => `${inDays(days)}T12:00:00Z`;

const file = (...rows: string[]) =>
  csv(
    "First name,Last name,Email,Member code,Plan,Status,Start date,Next bill date,Amount owed,Owed since,Account credit",
    ...rows,
  );

async function imported(gym: Gym, body: string) {
  const { id } = await uploadCsv(gym, body);
  const { summary } = await checked(gym, id);
  expect((await done(gym, id)).status).toBe("done");
  return { id, summary };
}

const goldGym = async () => {
  const gym = await newGym({ time_zone: "UTC" });
  await newPlan(gym, { name: "Gold" });
  return gym;
};

const invoicesOf = (gym: Gym) =>
  inGym(gym, (db) =>
    db
      .select({
        number: invoices.number,
        origin: invoices.origin,
        due_on: invoices.due_on,
        total: invoices.total_minor,
        tax: invoices.tax_minor,
        open: invoices.open_minor,
      })
      .from(invoices)
      .where(eq(invoices.organization_id, gym.organization_id))
      .orderBy(asc(invoices.sequence)),
  );

const membershipsOf = (gym: Gym) =>
  inGym(gym, (db) =>
    db
      .select({
        id: memberships.id,
        first_name: members.first_name,
        member_id: members.id,
        unpaid: memberships.unpaid_minor,
        due_on: memberships.unpaid_due_on,
      })
      .from(memberships)
      .innerJoin(members, and(eq(members.organization_id, gym.organization_id), eq(members.id, memberships.member_id)))
      .where(eq(memberships.organization_id, gym.organization_id))
      .orderBy(asc(members.first_name)),
  );

/** The balance of each account of the ledger. */
const ledgerOf = async (gym: Gym) => {
  const rows = await inGym(gym, (db) =>
    db
      .select({ account: journalLines.account, minor: sql<number>`sum(${journalLines.amount_minor})::float8` })
      .from(journalLines)
      .innerJoin(
        journalEntries,
        and(eq(journalEntries.organization_id, gym.organization_id), eq(journalEntries.id, journalLines.entry_id)),
      )
      .where(eq(journalLines.organization_id, gym.organization_id))
      .groupBy(journalLines.account),
  );
  return Object.fromEntries(rows.map(({ account, minor }) => [account, minor]));
};

const three = file(
  `Ada,Ash,ada@example.com,A-1,Gold,Active,2025-01-10,${inDays(20)},45.50,${inDays(-30)},`,
  `Bo,Birch,bo@example.com,B-1,Gold,Active,2025-01-10,${inDays(20)},,,12.00`,
  `Cy,Cedar,cy@example.com,C-1,Gold,Overdue,2025-01-10,${inDays(-3)},,,`,
  "Di,Dale,di@example.com,D-1,,,,,-5.00,,",
);

describe("X4 what members owed and had in credit", () => {
  test("X4 becomes invoices that are due on the day of the file, account credit, and an opening balance in the ledger", async () => {
    const gym = await goldGym();
    const { id, summary } = await imported(gym, three);
    expect(summary).toMatchObject({ debts_minor: 4_550 + 5_900, credits_minor: 1_200 + 500 });
    expect(await invoicesOf(gym)).toEqual([
      { number: "INV-00001", origin: "import", due_on: inDays(-30), total: 4_550, tax: 0, open: 4_550 },
      { number: "INV-00002", origin: "import", due_on: inDays(-3), total: 5_900, tax: 0, open: 5_900 },
    ]);
    expect((await membershipsOf(gym)).map(({ first_name, unpaid, due_on }) => [first_name, unpaid, due_on])).toEqual([
      ["Ada", 4_550, inDays(-30)],
      ["Bo", 0, null],
      ["Cy", 5_900, inDays(-3)],
    ]);
    expect(await ledgerOf(gym)).toEqual({ receivable: 10_450, customer_credit: -1_700, opening_balance: -8_750 });
    const [first] = await inGym(gym, (db) => db.select().from(invoices).where(eq(invoices.number, "INV-00001")));
    const caller = gym.people.gym_owner.caller;
    await issueCreditNote(caller, { id: first?.id ?? "", amount_minor: 550, reason: "The old system was wrong" });
    expect(await ledgerOf(gym)).toEqual({ receivable: 9_900, customer_credit: -1_700, opening_balance: -8_200 });
    const owing = await call(listImportRows, { id, kind: "owes" }, owner(gym));
    expect(owing.data.map(({ row_number, forecast }) => [row_number, forecast?.balance_minor])).toEqual([
      [2, 4_550],
      [4, 5_900],
    ]);
    expect((await call(listImportRows, { id, kind: "has_credit" }, owner(gym))).data.length).toBe(2);
  });

  test("X4 closes the door until it is paid", async () => {
    const gym = await goldGym();
    await imported(gym, three);
    const [ada, bo] = await membershipsOf(gym);
    expect(await door(gym, ada?.member_id ?? "", { at: noonIn(0) })).toBe("overdue");
    expect(await door(gym, bo?.member_id ?? "", { at: noonIn(0) })).toEqual(["waiver_missing"]);
    await recordPayment(gym.people.gym_owner.caller, {
      member_id: ada?.member_id,
      method: "bank_transfer",
      amount_minor: 4_550,
    });
    expect(await door(gym, ada?.member_id ?? "", { at: noonIn(0) })).toEqual(["waiver_missing"]);
  });

  test("X3 bills nothing before the next bill, which account credit then pays for", async () => {
    const gym = await goldGym();
    await imported(gym, three);
    const [, bo] = await membershipsOf(gym);
    await renewAt(gym, noonIn(19));
    expect(await billedTo(gym, bo?.member_id)).toEqual([]);
    await renewAt(gym, noonIn(20));
    const [line] = await billedTo(gym, bo?.member_id);
    expect(line).toMatch(new RegExp(`period ${inDays(20)} .* 5900$`));
    expect((await membershipsOf(gym))[1]?.unpaid).toBe(4_700);
  });

  test("X4 an imported membership is frozen like any other", async () => {
    const gym = await goldGym();
    await imported(gym, three);
    const [, bo] = await membershipsOf(gym);
    const caller = { ...gym.people.gym_owner.caller, clock: fixedClock(noonIn(0)) };
    const after = await freezeMembership(caller, { id: bo?.id ?? "", from_on: inDays(5), to_on: inDays(14) });
    expect(after.next_bill_on).toBe(inDays(30));
  });

  test("an amount that cannot be read is refused with what to write", async () => {
    const gym = await goldGym();
    const { id } = await uploadCsv(gym, file("Ada,Ash,,,Gold,Active,2025-01-10,,some,,"));
    expect((await checked(gym, id)).summary).toMatchObject({
      ready: 0,
      problems: [{ code: "amount_unreadable", field: "amount_owed" }],
    });
  });
});

describe("X9 an import with opening balances", () => {
  test("X9 is undone: invoices are void, credit is taken back, and the ledger and the file are as before", async () => {
    const gym = await goldGym();
    const { id } = await imported(gym, three);
    expect((await call(contracts.undoImport, { id }, owner(gym))).status).toBe("undone");
    expect(await ledgerOf(gym)).toEqual({ receivable: 0, customer_credit: 0, opening_balance: 0 });
    expect((await invoicesOf(gym)).map(({ number, open }) => [number, open])).toEqual([
      ["INV-00001", 0],
      ["INV-00002", 0],
    ]);
    const left = await inGym(gym, (db) =>
      db
        .select({
          name: members.first_name,
          email: members.email,
          archived: sql<boolean>`${members.archived_at} is not null`,
        })
        .from(members)
        .where(and(eq(members.organization_id, gym.organization_id), sql`${members.first_name} <> 'Mina'`))
        .orderBy(asc(members.first_name)),
    );
    expect(left).toEqual([
      { name: "Ada", email: null, archived: true },
      { name: "Bo", email: null, archived: true },
      { name: "Cy", email: null, archived: true },
      { name: "Di", email: null, archived: true },
    ]);
    const again = await imported(gym, three);
    expect(again.summary).toMatchObject({ ready: 4, refused: 0, created: 0 });
    expect((await invoicesOf(gym)).map(({ number, open }) => [number, open]).slice(2)).toEqual([
      ["INV-00003", 4_550],
      ["INV-00004", 5_900],
    ]);
  });

  test("X9 stays once one of its members has paid", async () => {
    const gym = await goldGym();
    const { id } = await imported(gym, three);
    const [ada] = await membershipsOf(gym);
    await recordPayment(gym.people.gym_owner.caller, {
      member_id: ada?.member_id,
      method: "bank_transfer",
      amount_minor: 1_000,
    });
    const refused = await refusal(contracts.undoImport, { id }, owner(gym));
    expect([refused.code, refused.detail]).toEqual([
      "in_use",
      "Ada Ash has paid since, so the import stays. Archive single members instead.",
    ]);
  });

  test("X9 stays once one of its members was billed", async () => {
    const gym = await goldGym();
    const { id } = await imported(gym, three);
    await renewAt(gym, noonIn(20));
    const refused = await refusal(contracts.undoImport, { id }, owner(gym));
    expect(refused).toMatchObject({ status: 409, code: "in_use" });
    expect(await inGym(gym, (db) => db.$count(accountCredits))).toBe(2);
  });
});
