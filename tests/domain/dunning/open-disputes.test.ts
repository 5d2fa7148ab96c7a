import { expect, test } from "vitest";
import { dunningCases } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listDunning, tryDunning } from "@/lib/domain/dunning";
import { applyConsequences } from "@/lib/domain/dunning/consequences";
import { chargeInvoice, getChargeOptions } from "@/lib/domain/gateways/attempts";
import { skipSentences } from "@/lib/domain/gateways/attempts/skip-sentences";
import { createPaymentLink, payByLink } from "@/lib/domain/gateways/links";
import { collectedByCard, heard } from "@/tests/support/gateways/disputed";
import { casesOf, dunningCaller, run, withPolicies } from "@/tests/support/gateways/dunning";
import { visitor } from "@/tests/support/gateways/saved-methods";
import { newGym } from "@/tests/support/gym/gym";
import { openOf, owner } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const hour = 3_600_000;

/** An invoice in dunning whose payment the bank then took back, undecided. Its next try is due. */
async function disputedGym() {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  const { invoice_id } = collected;
  await heard(gym, collected, { status: "needs_response" });
  const clock = new HandClock(owner(gym).clock.now().toString());
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(dunningCases).values({
      ...{ organization_id, invoice_id, status: "open", tries: 1, first_failed_on: "2026-01-02" },
      ...{ next_try_at: clock.now().toString(), next_try_source: "schedule" },
      ...{ last_decline_code: "insufficient_funds", last_failed_at: clock.now().toString() },
    }),
  );
  const { data } = await listDunning(owner(gym), {});
  return { gym, clock, collected, invoice_id, row: data[0] };
}

test("K17 an invoice with an undecided dispute waits, stands on the board as such, and is tried when the dispute is lost", async () => {
  const { gym, clock, collected, row } = await disputedGym();
  expect(row).toMatchObject({
    ...{ group: "dispute_open", next: { title: "Dispute open" }, dispute_id: expect.any(String) },
    try_refusal: skipSentences.dispute_open,
  });
  clock.set(clock.now().add({ hours: 12 }).toString());
  expect((await run(gym, clock)).tried).toBe(0);
  expect((await casesOf(gym))[0]).toContain("open, 1 tries, next");
  await heard(gym, collected, { status: "lost", evidence_due_at: null });
  expect((await listDunning(owner(gym), {})).data[0]).toMatchObject({ dispute_id: null, try_refusal: null });
  clock.set(clock.now().add({ hours: 48 }).toString());
  // The saved method was ended by the dispute, so that the case asks for another one.
  await run(gym, clock);
  expect(await casesOf(gym)).toEqual(["INV-00001 stopped, 1 tries, no_method"]);
});

test("K17 a dispute that is won pays the invoice, and its case ends", async () => {
  const { gym, collected } = await disputedGym();
  await heard(gym, collected, { status: "won", evidence_due_at: null });
  expect(await openOf(gym)).toEqual([]);
  expect(await casesOf(gym)).toEqual(["INV-00001 ended, 1 tries, paid"]);
});

test("staff cannot try or charge it, and the payer can pay it on a page", async () => {
  const { gym, invoice_id, row } = await disputedGym();
  const refused = { code: "conflict", message: skipSentences.dispute_open };
  await expect(tryDunning(owner(gym), { id: row?.id ?? "" })).rejects.toMatchObject(refused);
  await expect(chargeInvoice(owner(gym), { id: invoice_id })).rejects.toMatchObject(refused);
  expect((await getChargeOptions(owner(gym), { id: invoice_id })).charge_blocker).toBe(skipSentences.dispute_open);
  const { url } = await createPaymentLink(owner(gym), { id: invoice_id });
  const paid = await payByLink(visitor(), { token: url.split("/pay/")[1] ?? "" });
  expect(["requires_action", "succeeded"]).toContain(paid.status);
});

test("neither the membership ends nor is the invoice written off while the dispute is undecided", async () => {
  const { gym, clock, collected } = await disputedGym();
  const strict = withPolicies(gym, { unpaid_ends_membership_days: 1, unpaid_write_off_days: 2 });
  clock.set(new Date(clock.now().epochMilliseconds + 90 * 24 * hour).toISOString());
  expect(await applyConsequences(dunningCaller(strict, clock))).toEqual({ ended: 0, written_off: 0 });
  await heard(gym, collected, { status: "lost", evidence_due_at: null });
  expect((await applyConsequences(dunningCaller(strict, clock))).written_off).toBe(1);
});
