import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { savedMethods } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { writeOffInvoice } from "@/lib/domain/billing/corrections";
import { getAccount } from "@/lib/domain/billing/credits";
import { collectedByCard, heard, linesOf, noticesOf } from "@/tests/support/gateways/disputed";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { openOf, owner, pay, reason } from "@/tests/support/gym/payments";

const endOf = async ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select({ end_reason: savedMethods.end_reason, is_default: savedMethods.is_default })
      .from(savedMethods)
      .where(and(eq(savedMethods.organization_id, organization_id))),
  );

const lost = { status: "lost", evidence_due_at: null } as const;
const won = { status: "won", evidence_due_at: null } as const;

test("K17 a dispute that is lost: the invoice is open again, the card is ended, and the debt is written off", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  expect(await openOf(gym)).toEqual([]);
  await heard(gym, collected);
  expect(await openOf(gym)).toEqual([5_900]);
  expect(await endOf(gym)).toEqual([{ end_reason: "disputed", is_default: false }]);
  await heard(gym, collected, { status: "under_review", evidence_due_at: null });
  await heard(gym, collected, lost);
  expect(await openOf(gym)).toEqual([5_900]);
  await writeOffInvoice(owner(gym), { id: collected.invoice_id, reason });
  expect(await openOf(gym)).toEqual([]);
  expect(await linesOf(gym, "")).toEqual([
    "invoice receivable 5900",
    "invoice revenue -5900",
    "payment gateway_clearing 5900",
    "payment receivable -5900",
    "dispute receivable 5900",
    "dispute gateway_clearing -5900",
    "dispute_fee:1500 gateway_fees 1500",
    "dispute_fee:1500 gateway_clearing -1500",
    "write_off:1 write_offs 5900",
    "write_off:1 receivable -5900",
  ]);
  expect(await ledgerOf(gym)).toEqual({
    ...{ gateway_clearing: -1_500, gateway_fees: 1_500, revenue: -5_900, write_offs: 5_900 },
  });
  expect(await noticesOf(gym)).toEqual(["A payment of €59.00 is disputed", "A dispute about €59.00 was lost"]);
  expect(await unbalancedOf(gym)).toEqual([]);
});

test("K17 a dispute that is won: the invoice is paid again by the same payment", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await heard(gym, collected);
  await heard(gym, collected, won);
  expect(await openOf(gym)).toEqual([]);
  expect(await linesOf(gym, "dispute")).toEqual([
    "dispute receivable 5900",
    "dispute gateway_clearing -5900",
    "dispute_fee:1500 gateway_fees 1500",
    "dispute_fee:1500 gateway_clearing -1500",
    "dispute_won gateway_clearing 5900",
    "dispute_won receivable -5900",
  ]);
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: 4_400, gateway_fees: 1_500, revenue: -5_900 });
  expect(await noticesOf(gym)).toEqual(["A payment of €59.00 is disputed", "A dispute about €59.00 was won"]);
});

test("K17 a dispute that is won after the invoice was paid otherwise: the money is account credit", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await heard(gym, collected);
  await pay(gym, 4_000);
  await heard(gym, collected, won);
  expect(await openOf(gym)).toEqual([]);
  expect(await linesOf(gym, "dispute_won")).toEqual([
    "dispute_won gateway_clearing 5900",
    "dispute_won receivable -1900",
    "dispute_won customer_credit -4000",
  ]);
  expect((await getAccount(owner(gym), { id: gym.member_id })).credits).toMatchObject([
    { source: "overpayment", amount_minor: 4_000, remaining_minor: 4_000 },
  ]);
});

test("K17 a dispute that was lost and written off, and is won by an appeal, takes the write-off back", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await heard(gym, collected, lost);
  await writeOffInvoice(owner(gym), { id: collected.invoice_id, reason });
  await heard(gym, collected, won);
  expect(await openOf(gym)).toEqual([]);
  expect(await linesOf(gym, "dispute_won")).toEqual([
    "dispute_won gateway_clearing 5900",
    "dispute_won write_offs -5900",
  ]);
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: 4_400, gateway_fees: 1_500, revenue: -5_900 });
});
