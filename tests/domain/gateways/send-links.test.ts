import { eq } from "drizzle-orm";
import { afterEach, beforeAll, expect, test } from "vitest";
import { paymentLinks } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { connectGateway } from "@/lib/domain/gateways/connections";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import { createPaymentLink, readPaymentLink } from "@/lib/domain/gateways/links";
import { getMessage } from "@/lib/domain/messages/notifications";
import { readOutbox } from "@/lib/domain/messages/outbox";
import { setVendorEndpoint } from "@/lib/domain/messages/providers/carrier";
import { updateMessageRule } from "@/lib/domain/messages/templates";
import { anonymousCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { newPayingCompany } from "@/tests/support/gym/companies";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { draftOf, issueAll, newInvoice } from "@/tests/support/gym/invoices";
import { owner, pay } from "@/tests/support/gym/payments";
import { choose, resend, turn, twilio } from "@/tests/support/messages/delivery";
import { messagesOf, noon } from "@/tests/support/messages/messages";
import { vendorServer } from "@/tests/support/vendors/vendor-server";

beforeAll(() => replaceGateways({}));
afterEach(() => setVendorEndpoint(undefined));

const at = fixedClock(noon);
const staff = (gym: Gym) => ({ ...owner(gym), clock: at });
const visitor = { ...anonymousCaller({ ip: null, user_agent: null, request_id: "test", reason: null }), clock: at };
const here = { ...visitor, is_local: true };

/** A gym with the sandbox, and an invoice of a member with these contacts. */
async function billed(contacts: Parameters<typeof newMember>[1]) {
  const gym = await newGym();
  await connectGateway(owner(gym), { vendor: "sandbox" });
  const member_id = await newMember(gym, { first_name: "Ana", last_name: "Diaz", ...contacts });
  const { id, number } = await newInvoice(gym, { member_id, at });
  return { gym, member_id, id, number };
}

const send = (gym: Gym, id: string) => createPaymentLink(staff(gym), { id, send_to_payer: true });
const linksOf = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db.select().from(paymentLinks).where(eq(paymentLinks.organization_id, organization_id)),
  );

test("a link is mailed to the payer, and the vendor alone gets its address", async () => {
  const { gym, id, number } = await billed({ email: "ana@example.com" });
  const { url, sent_to } = await send(gym, id);
  expect(sent_to).toEqual({ channel: "email", to_name: "Ana Diaz", to_address: "ana@example.com" });
  const [message] = await messagesOf(gym);
  expect(message).toMatchObject({ kind: "payment_link", state: "queued", link: null });
  const secret = url.split("/pay/")[1] ?? "";
  const [stored] = await linksOf(gym);
  expect(JSON.stringify([message, stored])).not.toContain(secret);
  const read = await getMessage(staff(gym), { id: message?.id ?? "" });
  expect(read.text.body).toContain(`invoice ${number}`);
  expect(read.text.body).toContain("[not shown]");
  expect(JSON.stringify(read)).not.toContain(secret);

  const vendor = await vendorServer(() => ({ status: 200, body: { data: [{ id: "at-resend" }] } }));
  setVendorEndpoint(vendor.url);
  await choose(gym, resend);
  expect((await turn(gym)).sent).toBe(1);
  expect(JSON.stringify(vendor.calls)).toContain(url);
  expect(JSON.stringify(await messagesOf(gym))).not.toContain(secret);
  expect(await readPaymentLink(visitor, { token: secret })).toMatchObject({ invoice_number: number, status: "open" });
});

test("a payer with a phone only gets a text message", async () => {
  const { gym, id } = await billed({ phone: "+491701234567" });
  const { url, sent_to } = await send(gym, id);
  expect(sent_to).toEqual({ channel: "sms", to_name: "Ana Diaz", to_address: "+491701234567" });
  const vendor = await vendorServer(() => ({ status: 201, body: { sid: "SM1" } }));
  setVendorEndpoint(vendor.url);
  await choose(gym, twilio);
  expect((await turn(gym, noon, "sms")).sent).toBe(1);
  expect(decodeURIComponent(JSON.stringify(vendor.calls))).toContain(url);
});

test("a company gets it at its address, and the local outbox shows the link", async () => {
  const gym = await newGym();
  await connectGateway(owner(gym), { vendor: "sandbox" });
  const payer_company_id = await newPayingCompany(gym);
  const draft = { ...draftOf(gym), payer_member_id: null, payer_company_id };
  const [invoice] = await issueAll(gym, [draft as never], at);
  const { url, sent_to } = await send(gym, invoice?.id ?? "");
  expect(sent_to).toMatchObject({ channel: "email", to_address: "bills@acme.example" });
  await turn(gym);
  const [message] = await messagesOf(gym);
  expect((await readOutbox(here, { id: message?.id ?? "" })).body).toContain(url);
});

test("without an address no link is made, and a sentence says what is missing", async () => {
  const { gym, id } = await billed({ email: null, phone: null });
  await expect(send(gym, id)).rejects.toMatchObject({
    code: "conflict",
    message:
      "The link was not sent to Ana Diaz. The member has no address for any channel of this message. Add an e-mail address or a phone number. Make a link and copy it instead.",
  });
  expect([await linksOf(gym), await messagesOf(gym)]).toEqual([[], []]);
  expect((await createPaymentLink(staff(gym), { id })).sent_to).toBeNull();
});

test("a second click does not write again, and a switched off message says so", async () => {
  const { gym, id, number } = await billed({ email: "ana@example.com" });
  await send(gym, id);
  await expect(send(gym, id)).rejects.toMatchObject({
    message: `A link to pay ${number} is on its way to Ana Diaz already.`,
  });
  await turn(gym);
  await updateMessageRule(owner(gym), { kind: "payment_link", is_on: false });
  await expect(send(gym, id)).rejects.toMatchObject({ message: expect.stringContaining("switched off") });
  expect(await messagesOf(gym)).toHaveLength(1);
});

test("P13 the link is not sent when the invoice was paid meanwhile", async () => {
  const { gym, id, member_id } = await billed({ email: "ana@example.com" });
  await send(gym, id);
  await pay(gym, 5_900, { member_id, invoices: [{ id, amount_minor: 5_900 }] });
  await turn(gym);
  expect((await messagesOf(gym)).map(({ state, reason }) => [state, reason])).toEqual([
    ["suppressed", "no_longer_true"],
  ]);
});
