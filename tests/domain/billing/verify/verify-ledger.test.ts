import pg from "pg";
import { expect, inject, test } from "vitest";
import { withConnection, withDatabase } from "@/scripts/database/connect";
import { verifyEachOrganization, verifyLedger } from "@/scripts/verify-ledger/verify";
import { issueAt, line } from "@/tests/support/billing/issue";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { sellMembership } from "@/tests/support/gym/memberships";

const { superuser_url } = inject("cluster");
const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);

/** A gym whose member owes for a membership, has credit, paid with cash, and got some of it back. */
async function gymWithMoney(): Promise<Gym & { membership_id: string }> {
  const gym = await newGym();
  const membership_id = await sellMembership(gym, gym.member_id);
  const period = { membership_id, from_on: "2026-03-01", to_on: "2026-03-31", due_on: "2026-03-01", list_minor: 3_100 };
  await issueAt(gym, "2026-03-01T09:00:00Z", [[line(period)], [line()]]);
  await issueAt(gym, "2026-03-02T09:00:00Z", [[line({ list_minor: -500 })]]);
  return { ...gym, membership_id };
}

/** What the verifier says after a change that no trigger sees. The change is rolled back. */
async function faultAfter(gym: Gym, change: string): Promise<string | null> {
  return withConnection(withDatabase(superuser_url, database), async (client) => {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(change.replaceAll(":gym", pg.escapeLiteral(gym.organization_id)));
    const fault = await verifyLedger(client);
    await client.query("rollback");
    return fault?.replace(gym.organization_id, "GYM").replaceAll(/[0-9a-f-]{36}/g, "ID") ?? null;
  });
}

test("what was written by the operations agrees with the facts", async () => {
  const gym = await gymWithMoney();
  expect(await faultAfter(gym, "select")).toBeNull();
});

const ofGym = "where organization_id = :gym";
const insertTill = `insert into till_sessions (id, organization_id, location_id, currency, float_minor, opened_at, closed_at,
    report_number, counted_minor, expected_minor, left_minor, difference_reason)
  select gen_random_uuid(), organization_id, id, 'EUR', 1000, now(), now(), 1, 1000, 1100, 0, 'Test' from locations ${ofGym}`;
const insertPayment = `insert into payments (id, organization_id, location_id, payer_member_id, method, amount_minor, currency,
    received_on, received_at, refunded_minor)
  select gen_random_uuid(), m.organization_id, m.home_location_id, m.id, 'upi', 700, 'EUR', '2026-03-02', now(), REFUNDED
  from members m where m.organization_id = :gym limit 1`;

test.each([
  [
    `update invoice_lines set total_minor = total_minor + 1, net_minor = net_minor + 1 ${ofGym} and list_minor = 3100`,
    "A document is the sum of its lines. invoice INV-00001 of the organization GYM has 3100, and the facts give 3101.",
  ],
  [
    `update invoices set open_minor = 99 ${ofGym} and number = 'INV-00002'`,
    "The open amount of an invoice is its total less its settlements. invoice INV-00002 of the organization GYM has 99, and the facts give 1000.",
  ],
  [
    `update number_series set next_number = 4 ${ofGym} and document = 'invoice'`,
    "The numbers of a series are 1 to the last one, without a gap. series invoice  ID of the organization GYM has 3, and the facts give 2.",
  ],
  [
    `update memberships set unpaid_minor = 3000 ${ofGym}`,
    "What is unpaid of a membership is its share of the open invoices. membership ID of the organization GYM has 3000, and the facts give 3100.",
  ],
  [
    `update account_credits set remaining_minor = 400 ${ofGym}`,
    "What is left of account credit is its amount less what was used, refunded, disputed and lapsed. account credit ID of the organization GYM has 400, and the facts give 500.",
  ],
  [
    insertPayment.replace("REFUNDED", "5"),
    "The refunded amount of a payment is the sum of its refunds. payment ID of the organization GYM has 5, and the facts give 0.",
  ],
  [
    insertPayment.replace("REFUNDED", "0"),
    "A payment settles invoices or becomes account credit, apart from what a dispute has re-opened, and a reversed one neither. payment ID of the organization GYM has 0, and the facts give 700.",
  ],
  [
    insertTill,
    "The expected cash of a closed till is its float and the sum of its movements. till session ID of the organization GYM has 1100, and the facts give 1000.",
  ],
  [
    `update journal_lines set amount_minor = amount_minor + 2 ${ofGym} and account = 'deferred_revenue'`,
    "The lines of a journal entry sum to zero. journal entry ID of the organization GYM has 2, and the facts give 0.",
  ],
  [
    `update journal_lines set account = 'write_offs' ${ofGym} and account = 'receivable' and amount_minor = 1000`,
    "The receivable of an invoice in the ledger is its open amount. invoice INV-00002 of the organization GYM has 0, and the facts give 1000.",
  ],
  [
    `update journal_lines set account = 'write_offs' ${ofGym} and account = 'customer_credit'`,
    "The customer credit of a payer in the ledger is what is left of the account credit. payer ID in EUR of the organization GYM has 0, and the facts give 500.",
  ],
  [
    `update journal_lines set account = 'opening_balance' ${ofGym} and account = 'revenue'`,
    "The opening balance is what was owed before an import, less what was corrected of it and the credit that came with it. opening balance in EUR of the organization GYM has -1000, and the facts give 0.",
  ],
])("after %s the first row that differs is named", async (change, sentence) => {
  expect(await faultAfter(await gymWithMoney(), change)).toBe(sentence);
});

test("A1 the application's role verifies each organization by itself", async () => {
  // The gyms of this test. The end of the suite verifies those of all tests, whose number must not decide how long this takes.
  const gyms = [await gymWithMoney(), await gymWithMoney()].map(({ organization_id }) => organization_id);
  const found = await withConnection(process.env.DATABASE_URL ?? "", (client) => verifyEachOrganization(client, gyms));
  expect(found).toEqual({ organizations: 2, fault: null });
});
