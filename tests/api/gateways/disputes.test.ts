import { expect, test } from "vitest";
import { getDispute, getDisputeTotals, listDisputes } from "@/lib/domain/gateways/disputes";
import { getEvidence, submitEvidence } from "@/lib/domain/gateways/evidence";
import { getPayout, getPayoutTotals, listPayoutItems, listPayouts, syncPayouts } from "@/lib/domain/gateways/payouts";
import { systemCaller } from "@/lib/kernel/caller";
import { collectedByCard, disputeRows, heard } from "@/tests/support/gateways/disputed";
import { type Gym, newGym, newLocation } from "@/tests/support/gym/gym";
import { code, owner } from "@/tests/support/gym/payments";

/** Three disputed payments: one to answer soon, one with the bank, one lost. */
async function disputed(gym: Gym) {
  const first = await collectedByCard(gym);
  await heard(gym, first, { ref: "dp_lost", status: "lost", evidence_due_at: null });
  const second = await collectedByCard(gym, first.gateway);
  await heard(gym, second, { ref: "dp_bank", status: "under_review", evidence_due_at: null });
  const third = await collectedByCard(gym, first.gateway);
  await heard(gym, third, { ref: "dp_soon", evidence_due_at: "2100-01-08T12:00:00Z" });
  const fourth = await collectedByCard(gym, first.gateway);
  await heard(gym, fourth, { ref: "dp_later", evidence_due_at: "2100-02-08T12:00:00Z" });
  return first;
}

const refs = ({ data }: { data: { dispute_ref: string }[] }) => data.map(({ dispute_ref }) => dispute_ref);

test("K17 open disputes are listed with the first deadline first, page by page, with their sums", async () => {
  const gym = await newGym();
  await disputed(gym);
  const caller = owner(gym);
  expect(refs(await listDisputes(caller, {}))).toEqual(["dp_later", "dp_soon", "dp_bank", "dp_lost"]);
  const terms = { is_open: true, sort: "due", limit: 1 } as const;
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listDisputes(caller, { ...terms, cursor });
    seen.push(...refs(page));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(["dp_soon", "dp_later", "dp_bank"]);
  expect(refs(await listDisputes(caller, { status: ["lost"] }))).toEqual(["dp_lost"]);
  expect(await getDisputeTotals(caller, {})).toEqual({
    by_currency: [
      { currency: "EUR", disputes: 4, undecided_minor: 17_700, won_minor: 0, lost_minor: 5_900, fee_minor: 6_000 },
    ],
  });
});

test("A3 a person bound to another location sees neither the dispute, nor its sums, nor its evidence, nor any payout", async () => {
  const gym = await newGym();
  await disputed(gym);
  const other = await newLocation(gym, "Second");
  const { caller } = gym.people.admin;
  const bound = { ...caller, location_ids: [other] };
  const [row] = await disputeRows(gym);
  const id = row?.id ?? "";
  expect((await listDisputes(bound, {})).data).toEqual([]);
  expect((await getDisputeTotals(bound, {})).by_currency).toEqual([]);
  expect(await code(getDispute(bound, { id }))).toBe("not_found");
  expect(await code(getEvidence(bound, { id }))).toBe("not_found");
  expect(await code(submitEvidence(bound, { id, summary: "No" }))).toBe("not_found");
  expect(await code(listPayouts(bound, {}))).toBe("forbidden");
});

test("A4 the front desk sees that a payment is disputed, and neither sums nor evidence nor payouts", async () => {
  const gym = await newGym();
  await disputed(gym);
  const { caller } = gym.people.receptionist;
  const [row] = (await listDisputes(caller, { status: ["lost"] })).data;
  const id = row?.id ?? "";
  expect(row).toMatchObject({ status: "lost", amount_minor: 5_900, payer_name: expect.stringMatching(/\w/) });
  expect(await code(getDisputeTotals(caller, {}))).toBe("forbidden");
  expect(await code(submitEvidence(caller, { id, summary: "No" }))).toBe("forbidden");
  expect(await code(listPayouts(caller, {}))).toBe("forbidden");
});

test("payouts are listed with their sums, and their mismatches first", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  const { gateway, charge_ref, currency } = collected;
  const known = { kind: "payment", amount_minor: 5_900, fee_minor: 201, currency } as const;
  gateway.payouts = [
    {
      ...{ ref: "po_1", status: "paid", arrives_on: "2026-03-05", amount_minor: 11_398, currency },
      items: [
        { ...known, ref: "txn_1", source_ref: charge_ref },
        { ...known, ref: "txn_2", source_ref: "ch_elsewhere" },
      ],
    },
    { ...{ ref: "po_2", status: "pending", arrives_on: "2026-03-09", amount_minor: 100, currency }, items: [] },
  ];
  await syncPayouts(systemCaller("Payouts", gym.organization), gateway.gateway_id);
  const caller = owner(gym);
  const { data } = await listPayouts(caller, {});
  expect(data).toMatchObject([
    { payout_ref: "po_2", status: "pending", items: 0, mismatches: 0 },
    { payout_ref: "po_1", status: "paid", items: 2, mismatches: 1, fee_minor: 402, mismatch: null },
  ]);
  expect(data[0]?.mismatch).toBe("The items come to €0.00, and €1.00 was paid out.");
  expect(await getPayoutTotals(caller, {})).toEqual({
    by_currency: [
      { currency: "EUR", payouts: 2, paid_minor: 11_398, pending_minor: 100, fee_minor: 402, mismatched: 2 },
    ],
  });
  const one = { id: data[1]?.id ?? "" };
  expect((await listPayouts(caller, { arrives_to: "2026-03-06" })).data).toMatchObject([{ payout_ref: "po_1" }]);
  const first = await listPayoutItems(caller, { ...one, limit: 1 });
  expect(first.data).toMatchObject([{ item_ref: "txn_2", payment_id: null, payer_name: null }]);
  const second = await listPayoutItems(caller, { ...one, limit: 1, cursor: first.next_cursor ?? "" });
  expect(second.data).toMatchObject([{ item_ref: "txn_1", payment_id: collected.payment_id, location_name: "Main" }]);
  expect((await listPayoutItems(caller, { ...one, is_mismatched: true })).data).toHaveLength(1);
  expect(await code(getPayout(owner(await newGym()), one))).toBe("not_found");
});
