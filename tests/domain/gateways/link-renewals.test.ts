import { and, asc, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { beforeAll, expect, test } from "vitest";
import { paymentAttempts, paymentLinks } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import {
  checkLinkPayment,
  createPaymentLink,
  getLinkReceipt,
  mailLinkReceipt,
  payByLink,
  readPaymentLink,
  renewPaymentLink,
} from "@/lib/domain/gateways/links";
import { confirmSandboxCheckout } from "@/lib/domain/gateways/sandbox";
import { readOutbox } from "@/lib/domain/messages/outbox";
import { pruneOrganization } from "@/lib/domain/platform/retention";
import { fixedClock } from "@/lib/kernel/clock";
import { sandboxGym, saveTestMethod, visitor } from "@/tests/support/gateways/saved-methods";
import { type Gym, newMember } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { code, many, openOf, owner, pay } from "@/tests/support/gym/payments";
import { turn } from "@/tests/support/messages/delivery";
import { messagesOf, noon } from "@/tests/support/messages/messages";

beforeAll(() => replaceGateways({}));

const timeAfter = (hours: number) => Temporal.Instant.from(noon).add({ hours }).toString();
const hoursLater = (hours: number) => fixedClock(timeAfter(hours));
const expired = hoursLater(24 * 8);
const at = fixedClock(noon);

/** A bill of a member with an address, and a link to it. */
async function billed(
  gym: Gym,
  { is_sent = false, email = `ana-${crypto.randomUUID()}@example.com` as string | null } = {},
) {
  const member_id = await newMember(gym, { first_name: "Ana", last_name: "Diaz", email });
  const invoice = await newInvoice(gym, { member_id, at });
  const { url } = await createPaymentLink({ ...owner(gym), clock: at }, { id: invoice.id, send_to_payer: is_sent });
  return { ...invoice, member_id, token: url.split("/pay/")[1] ?? "" };
}

const linksOf = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select()
      .from(paymentLinks)
      .where(eq(paymentLinks.organization_id, organization_id))
      .orderBy(asc(paymentLinks.created_at)),
  );

const renew = (token: string, clock = expired) => renewPaymentLink(visitor(clock), { token });
const linkMails = async (gym: Gym) => (await messagesOf(gym)).filter(({ kind }) => kind === "payment_link");

test("an expired link sends a new one to the payer's own address, and tells nothing", async () => {
  const gym = await sandboxGym();
  const { token, number } = await billed(gym);
  expect(await renew(token)).toEqual({ is_accepted: true });
  expect(await linkMails(gym)).toMatchObject([{ to_address: expect.stringMatching(/^ana-/), state: "queued" }]);
  await turn(gym, timeAfter(24 * 8));
  const [message] = await linkMails(gym);
  const { body } = await readOutbox({ ...visitor(expired), is_local: true }, { id: message?.id ?? "" });
  const fresh = /\/pay\/(\S+)/.exec(body)?.[1] ?? "";
  expect(await readPaymentLink(visitor(expired), { token: fresh })).toMatchObject({
    invoice_number: number,
    status: "open",
  });
  expect(await code(readPaymentLink(visitor(expired), { token }))).toBe("link_invalid");
});

test("a link that works, a paid bill, and unknown, changed and foreign links get the same answer, and send nothing", async () => {
  const [gym, other] = [await sandboxGym(), await sandboxGym()];
  const { token, id, member_id } = await billed(gym);
  const foreign = await billed(other);
  const answer = { is_accepted: true };
  expect(await renew(token, at)).toEqual(answer);
  const [organization = "", secret = ""] = token.split(".");
  const [abroad = ""] = foreign.token.split(".");
  for (const one of ["", "x", `${token}x`, `${organization}.x`, `${abroad}.${secret}`])
    expect(await renew(one)).toEqual(answer);
  await pay(gym, 5_900, { member_id, invoices: [{ id, amount_minor: 5_900 }] });
  expect(await renew(token)).toEqual(answer);
  expect([await linkMails(gym), await linkMails(other)]).toEqual([[], []]);
  expect([(await linksOf(gym)).length, (await linksOf(other)).length]).toEqual([1, 1]);
});

test("a payer without an address gets nothing, the answer is the same, and the log has the reason", async () => {
  const gym = await sandboxGym();
  const { token } = await billed(gym, { email: null });
  expect(await renew(token)).toEqual({ is_accepted: true });
  expect((await linkMails(gym)).map(({ state }) => state)).not.toContain("queued");
});

test("32 parallel requests send one mail; an hour later there is another one, and three a day at most", async () => {
  const gym = await sandboxGym();
  const { token } = await billed(gym);
  const answers = await Promise.all(many(32).map(() => renew(token)));
  expect(answers).toEqual(many(32).map(() => ({ is_accepted: true })));
  expect(await linkMails(gym)).toHaveLength(1);
  for (const hours of [2, 4, 6, 8]) await renew(token, hoursLater(24 * 8 + hours));
  expect(await linkMails(gym)).toHaveLength(3);
});

/** A bill of the gym's member, and a link that was sent to the member unless it says otherwise. */
async function linkToOwn(gym: Gym, { is_sent = true } = {}) {
  const { id } = await newInvoice(gym);
  const { url } = await createPaymentLink(owner(gym), { id });
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .update(paymentLinks)
      .set({ is_sent })
      .where(and(eq(paymentLinks.organization_id, organization_id), eq(paymentLinks.invoice_id, id))),
  );
  return { id, token: url.split("/pay/")[1] ?? "" };
}

test("a link that was sent to the payer offers the saved card by brand and last digits, and charges it", async () => {
  const gym = await sandboxGym();
  const method_id = await saveTestMethod(gym);
  const { token: copied } = await linkToOwn(gym, { is_sent: false });
  expect((await readPaymentLink(visitor(), { token: copied })).saved_methods).toEqual([]);
  expect(await code(payByLink(visitor(), { token: copied, payment_method_id: method_id }))).toBe("conflict");

  const { token } = await linkToOwn(gym);
  expect((await readPaymentLink(visitor(), { token })).saved_methods).toEqual([
    { id: method_id, kind: "card", brand: "Visa", last4: "4242", is_default: true },
  ]);
  const paid = await payByLink(visitor(), { token, payment_method_id: method_id });
  expect(paid).toMatchObject({ status: "succeeded", action: null, bill: { status: "paid", has_receipt: true } });
  expect(await openOf(gym)).toHaveLength(1);
});

test("the saved card of another payer or gym is refused, and 32 parallel charges of one are one payment", async () => {
  const [gym, other] = [await sandboxGym(), await sandboxGym()];
  const method_id = await saveTestMethod(gym);
  const foreign_id = await saveTestMethod(other);
  const { token } = await billed(gym, { is_sent: true });
  for (const payment_method_id of [method_id, foreign_id])
    expect(await code(payByLink(visitor(at), { token, payment_method_id }))).toBe("conflict");
  const own = await linkToOwn(gym);
  await Promise.allSettled(
    many(32).map(() => payByLink(visitor(), { token: own.token, payment_method_id: method_id })),
  );
  const attempts = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db
      .select()
      .from(paymentAttempts)
      .where(and(eq(paymentAttempts.organization_id, gym.organization_id), eq(paymentAttempts.invoice_id, own.id))),
  );
  expect(attempts).toMatchObject([{ status: "succeeded", saved_method_id: method_id }]);
});

test("a saved card that is refused says so, and the bill can be paid in another way", async () => {
  const gym = await sandboxGym();
  const payment_method_id = await saveTestMethod(gym, "tm_saved_no_funds");
  const { token } = await linkToOwn(gym);
  expect(await payByLink(visitor(), { token, payment_method_id })).toMatchObject({
    ...{ status: "failed", decline: { code: "insufficient_funds" } },
    bill: { status: "open", saved_methods: [{ id: payment_method_id }], has_receipt: false },
  });
  expect((await payByLink(visitor(), { token })).action?.kind).toBe("sandbox");
  // A page that waits for another card does not offer the saved one, so that nothing is collected twice.
  expect((await readPaymentLink(visitor(), { token })).saved_methods).toEqual([]);
  expect(await code(payByLink(visitor(), { token, payment_method_id }))).toBe("conflict");
});

async function paidByCard(gym: Gym, is_sent: boolean) {
  const { token, number } = await billed(gym, { is_sent });
  const { action } = await payByLink(visitor(at), { token });
  if (action?.kind !== "sandbox") throw new Error("The page has nothing to go on with");
  await confirmSandboxCheckout(visitor(at), { token: action.token, method: "tm_visa" });
  await checkLinkPayment(visitor(at), { token });
  return { token, number };
}

test("the receipt can be had by the link for as long as it works", async () => {
  const gym = await sandboxGym();
  const unpaid = await billed(gym);
  expect(await code(getLinkReceipt(visitor(at), { token: unpaid.token }))).toBe("not_found");
  const { token } = await paidByCard(gym, true);
  const bytes = Buffer.from(await (await getLinkReceipt(visitor(at), { token })).toResponse({}).arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  for (const one of [`${token}x`, "", "x"])
    expect(await code(getLinkReceipt(visitor(at), { token: one }))).toBe("link_invalid");
  expect(await code(getLinkReceipt(visitor(expired), { token }))).toBe("link_invalid");
});

test("the receipt is mailed to the payer once for each link", async () => {
  const gym = await sandboxGym();
  const { token } = await paidByCard(gym, false);
  const answers = await Promise.all(many(8).map(() => mailLinkReceipt(visitor(at), { token })));
  expect(answers).toEqual(many(8).map(() => ({ is_on_its_way: true })));
  await turn(gym);
  expect(await mailLinkReceipt(visitor(at), { token })).toEqual({ is_on_its_way: true });
  const receipts = (await messagesOf(gym)).filter(({ kind }) => kind === "receipt");
  expect(receipts).toMatchObject([{ to_address: expect.stringMatching(/^ana-/) }]);
  expect(await code(mailLinkReceipt(visitor(expired), { token }))).toBe("link_invalid");
});

test("the encrypted token of a link is deleted at night when it is over or paid, and kept before", async () => {
  const gym = await sandboxGym();
  await billed(gym, { is_sent: true });
  await paidByCard(gym, true);
  await pruneOrganization(gym.organization_id, at);
  const kept = (await linksOf(gym)).map(({ token_ciphertext }) => token_ciphertext !== null);
  expect(kept.toSorted()).toEqual([false, true]);
  await pruneOrganization(gym.organization_id, expired);
  expect((await linksOf(gym)).map(({ token_ciphertext }) => token_ciphertext)).toEqual([null, null]);
});
