import { afterEach, describe, expect, test } from "vitest";
import { voidInvoice } from "@/lib/domain/billing/corrections";
import { recordPayment, refundPayment, reversePayment } from "@/lib/domain/billing/payments";
import { mailDocuments, mailReceipt, mailRefundReceipt, sendInvoice } from "@/lib/domain/messages/billing-mails";
import { setVendorEndpoint } from "@/lib/domain/messages/providers/carrier";
import { updateMessageRule } from "@/lib/domain/messages/templates";
import { systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { readPdf } from "@/tests/providers/pdf/read-pdf";
import { newPayingCompany } from "@/tests/support/gym/companies";
import { setPolicies } from "@/tests/support/gym/front-desk";
import { type Gym, newGym, newLocation, newMember, newStaff } from "@/tests/support/gym/gym";
import { draftOf, issueAll } from "@/tests/support/gym/invoices";
import { takeEvents } from "@/tests/support/jobs/schedules";
import { newChoice } from "@/tests/support/messages/contacts";
import { choose, resend, turn } from "@/tests/support/messages/delivery";
import { messagesOf, noon } from "@/tests/support/messages/messages";
import { vendorServer } from "@/tests/support/vendors/vendor-server";

afterEach(() => setVendorEndpoint(undefined));

const at = fixedClock(noon);
const job = (gym: Gym) => systemCaller("Invoices", gym.organization, at);
const owner = (gym: Gym) => ({ ...gym.people.gym_owner.caller, clock: at });
const ana = { first_name: "Ana", email: "ana@example.com" };

async function issued(gym: Gym, fields: Parameters<typeof draftOf>[1] = {}, payer = {}) {
  const [one] = await issueAll(gym, [{ ...draftOf(gym, fields), ...payer } as never], at);
  if (!one) throw new Error("A document was not issued");
  return one;
}

const mail = (gym: Gym, ...ids: string[]) => mailDocuments(job(gym), { document_ids: ids });

/** Resend, which takes every mail, and what it was given. */
async function takingVendor(gym: Gym) {
  const { url, calls } = await vendorServer(() => ({ status: 200, body: { id: "at-resend" } }));
  setVendorEndpoint(url);
  await choose(gym, resend);
  return calls;
}

describe("an invoice that was issued", () => {
  test("P1 is mailed once to its payer, however often the job runs", async () => {
    const gym = await newGym();
    const member_id = await newMember(gym, ana);
    const { id, number } = await issued(gym, { member_id });
    await Promise.all([mail(gym, id), mail(gym, id), mail(gym, id, id)]);
    const all = await messagesOf(gym);
    expect(all.map(({ kind, to_address, state }) => [kind, to_address, state])).toEqual([
      ["invoice_issued", "ana@example.com", "queued"],
    ]);
    expect(all[0]?.subject).toContain(number);
    expect(all[0]?.body).toContain("by 5 March");
    expect(all[0]?.link).toMatch(new RegExp(`/me/${gym.organization.slug}/invoices/${id}$`));
  });

  test("announces itself once for the transaction that issued it, and an imported one does not (P10)", async () => {
    const gym = await newGym();
    await issueAll(gym, [draftOf(gym), draftOf(gym), draftOf(gym, { origin: "import" })], at);
    const events = await takeEvents(gym);
    expect(events.filter(({ name }) => name === "billing/documents.issued").map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ document_ids: [expect.any(String), expect.any(String)] }),
    ]);
  });

  test("P10 is not mailed when it was imported, written afterwards, or is void", async () => {
    const gym = await newGym();
    const imported = await issued(gym, { origin: "import" });
    const [old] = await issueAll(gym, [draftOf(gym)], fixedClock("2026-02-20T12:00:00Z"));
    const gone = await issued(gym);
    await voidInvoice(owner(gym), { id: gone.id, reason: "Entered twice" });
    expect(await mail(gym, imported.id, old?.id ?? "", gone.id)).toEqual({ queued: 0 });
    expect(await messagesOf(gym)).toEqual([]);
  });

  test("P5 goes to a member who wants no reminders and no offers", async () => {
    const gym = await newGym();
    const member_id = await newMember(gym, ana);
    await newChoice(gym, member_id, ["email", "reminder", false]);
    await newChoice(gym, member_id, ["email", "marketing", false]);
    await mail(gym, (await issued(gym, { member_id })).id);
    expect((await messagesOf(gym)).map(({ state, category }) => [state, category])).toEqual([
      ["queued", "transactional"],
    ]);
  });

  test("P7 goes to the guardian of a minor", async () => {
    const gym = await newGym();
    const member_id = await newMember(gym, {
      ...{ first_name: "Kai", last_name: "Ito", birth_on: "2015-06-01", email: "kai@example.com" },
      ...{ guardian_name: "Sam Ito", guardian_email: "sam@example.com" },
    });
    await mail(gym, (await issued(gym, { member_id })).id);
    const [one] = await messagesOf(gym);
    expect([one?.to_name, one?.to_address]).toEqual(["Sam Ito", "sam@example.com"]);
    expect(one?.body).toContain("because you look after Kai Ito");
  });

  test("J2 goes to the company that pays, at its address, and only staff of that location see it (A3)", async () => {
    const gym = await newGym();
    const company_id = await newPayingCompany(gym);
    const other = await newLocation(gym, "Other");
    const document = await issued(gym, {}, { payer_member_id: null, payer_company_id: company_id });
    await mail(gym, document.id);
    const [one] = await messagesOf(gym);
    expect(one).toMatchObject({ member_id: null, company_id, location_id: gym.location_id, link: null });
    expect([one?.to_name, one?.to_address, one?.state]).toEqual(["Acme Ltd", "bills@acme.example", "queued"]);
    const { listMessages } = await import("@/lib/domain/messages/notifications");
    const seenFrom = async (location_ids: string[]) =>
      (await listMessages({ ...owner(gym), location_ids }, {})).data.map(({ to_name }) => to_name);
    expect(await seenFrom([gym.location_id])).toEqual(["Acme Ltd"]);
    expect(await seenFrom([other])).toEqual([]);
  });

  test("a company without an address gets nothing, and the log says so", async () => {
    const gym = await newGym();
    const company_id = await newPayingCompany(gym, "Silent Ltd", null);
    await mail(gym, (await issued(gym, {}, { payer_member_id: null, payer_company_id: company_id })).id);
    expect((await messagesOf(gym)).map(({ state, reason }) => [state, reason])).toEqual([["suppressed", "no_address"]]);
  });

  test("is not mailed by the job where the gym sends by hand, or switched the message off", async () => {
    const gym = await newGym();
    const { id } = await issued(gym, { member_id: await newMember(gym, ana) });
    await setPolicies(gym, { invoice_sending: "by_hand" });
    expect(await mail(gym, id)).toEqual({ queued: 0 });
    await setPolicies(gym, {});
    await updateMessageRule(owner(gym), { kind: "invoice_issued", is_on: false });
    expect(await mail(gym, id)).toEqual({ queued: 0 });
    await expect(sendInvoice(owner(gym), { id })).rejects.toMatchObject({ code: "conflict" });
    expect(await messagesOf(gym)).toEqual([]);
  });

  test("K22 of a night's renewals waits for the morning", async () => {
    const gym = await newGym();
    const night = fixedClock("2026-03-05T01:00:00Z");
    const member_id = await newMember(gym, ana);
    const [one] = await issueAll(gym, [draftOf(gym, { member_id, origin: "renewal" })], night);
    await mailDocuments(systemCaller("Invoices", gym.organization, night), { document_ids: [one?.id ?? ""] });
    const [message] = await messagesOf(gym);
    expect(message?.send_after).toBe("2026-03-05T07:00:00.000Z");
  });
});

describe("when the mail goes out", () => {
  test("L13 it carries the PDF of the document, made from its snapshot", async () => {
    const gym = await newGym();
    const calls = await takingVendor(gym);
    const member_id = await newMember(gym, ana);
    const { id, number } = await issued(gym, { member_id });
    await mail(gym, id);
    await turn(gym);
    expect(calls.map(({ path }) => path)).toEqual(["/emails"]);
    const { attachments } = JSON.parse(calls[0]?.body ?? "");
    expect(attachments.map(({ filename }: { filename: string }) => filename)).toEqual([`${number}.pdf`]);
    const { pages } = await readPdf(Buffer.from(attachments[0].content, "base64"));
    expect(pages.join(" ")).toContain(number);
    expect((await messagesOf(gym)).map(({ state }) => state)).toEqual(["sent"]);
  });

  test("P13 it says what is left to pay then, and a document that was voided meanwhile is not sent", async () => {
    const gym = await newGym();
    await takingVendor(gym);
    const member_id = await newMember(gym, ana);
    const [paid, gone] = [await issued(gym, { member_id }), await issued(gym, { member_id })];
    await mail(gym, paid.id, gone.id);
    const invoices = [{ id: paid.id, amount_minor: 5_900 }];
    await recordPayment(owner(gym), { member_id, method: "card_terminal", amount_minor: 5_900, invoices });
    await voidInvoice(owner(gym), { id: gone.id, reason: "Entered twice" });
    await turn(gym);
    const [first, second] = await messagesOf(gym);
    expect([first?.state, first?.body]).toEqual(["sent", expect.stringContaining("It is paid")]);
    expect([second?.state, second?.reason]).toEqual(["suppressed", "no_longer_true"]);
  });
});

describe("a receipt", () => {
  const paid = async (gym: Gym, member_id: string) =>
    recordPayment(owner(gym), { member_id, method: "card_terminal", amount_minor: 5_900 });

  test("P1 is mailed once for a payment, with its PDF", async () => {
    const gym = await newGym();
    const calls = await takingVendor(gym);
    const member_id = await newMember(gym, ana);
    const { number } = await issued(gym, { member_id });
    const { id } = await paid(gym, member_id);
    for (let run = 0; run < 2; run++) await mailReceipt(job(gym), { payment_id: id });
    await turn(gym);
    const [one, ...others] = await messagesOf(gym);
    expect([one?.kind, one?.state, others]).toEqual(["receipt", "sent", []]);
    const { attachments } = JSON.parse(calls[0]?.body ?? "");
    const { pages } = await readPdf(Buffer.from(attachments[0].content, "base64"));
    expect(pages.join(" ")).toContain("Received from Ana");
    expect(pages.join(" ")).toContain(number);
  });

  test("P13 is not sent for a payment that was reversed meanwhile", async () => {
    const gym = await newGym();
    await takingVendor(gym);
    const member_id = await newMember(gym, ana);
    const { id } = await paid(gym, member_id);
    await mailReceipt(job(gym), { payment_id: id });
    await reversePayment(owner(gym), { id, reason: "The cheque bounced" });
    await turn(gym);
    expect((await messagesOf(gym)).map(({ state, reason }) => [state, reason])).toEqual([
      ["suppressed", "no_longer_true"],
    ]);
  });
});

describe("the receipt of a refund", () => {
  test("P1 is mailed once for a refund, to who had paid, with its PDF", async () => {
    const gym = await newGym();
    const calls = await takingVendor(gym);
    const member_id = await newMember(gym, ana);
    const { id } = await recordPayment(owner(gym), { member_id, method: "card_terminal", amount_minor: 5_900 });
    const refund = { id, amount_minor: 2_000, reason: "Paid twice", method: "card_terminal" as const };
    const { id: refund_id } = await refundPayment(owner(gym), refund);
    for (let run = 0; run < 2; run++) await mailRefundReceipt(job(gym), { refund_id });
    await turn(gym);
    const [one, ...others] = await messagesOf(gym);
    expect([one?.kind, one?.state, others]).toEqual(["refund_receipt", "sent", []]);
    const { attachments, text } = JSON.parse(calls[0]?.body ?? "");
    expect(text).toContain("€20.00");
    const { pages } = await readPdf(Buffer.from(attachments[0].content, "base64"));
    expect(pages.join(" ")).toContain("Paid twice");
  });
});

describe("an invoice sent by hand", () => {
  test("goes out again after it was sent, but not twice at the same time", async () => {
    const gym = await newGym();
    const { id } = await issued(gym, { member_id: await newMember(gym, ana) });
    const first = await sendInvoice(owner(gym), { id });
    expect(first).toMatchObject({ state: "queued", channel: "email", to_address: "ana@example.com" });
    await expect(sendInvoice(owner(gym), { id })).rejects.toMatchObject({ code: "conflict" });
    await turn(gym);
    expect((await sendInvoice(owner(gym), { id })).id).not.toBe(first.id);
    expect(await messagesOf(gym)).toHaveLength(2);
  });

  test("A12 is unknown to staff of another location", async () => {
    const gym = await newGym();
    const { id } = await issued(gym, { member_id: await newMember(gym, ana) });
    const elsewhere = await newStaff(gym, "receptionist");
    const caller = { ...elsewhere.caller, location_ids: [await newLocation(gym, "Other")] };
    await expect(sendInvoice(caller, { id })).rejects.toMatchObject({ code: "not_found" });
  });
});
