import { expect, test } from "vitest";
import { getCompanyStatement, getCompanyStatementPdf, getStatementPdf } from "@/lib/domain/billing/credits";
import {
  getPaymentReceipt,
  getRefundReceipt,
  recordPayment,
  refundPayment,
  reversePayment,
} from "@/lib/domain/billing/payments";
import { updateMember } from "@/lib/domain/members";
import { fixedClock } from "@/lib/kernel/clock";
import { readPdf } from "@/tests/providers/pdf/read-pdf";
import { newPayingCompany } from "@/tests/support/gym/companies";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { draftOf, issueAll } from "@/tests/support/gym/invoices";

const at = fixedClock("2026-03-05T12:00:00Z");
const owner = (gym: Gym) => ({ ...gym.people.gym_owner.caller, clock: at });
const range = { from: "2026-03-01", to: "2026-03-31" };

type Answer = { toResponse: (headers: Record<string, string>) => Response };
const bytesOf = async (answer: Answer) => Buffer.from(await answer.toResponse({}).arrayBuffer());
const textOf = async (answer: Answer) => (await readPdf(await bytesOf(answer))).pages.join(" ");

async function paying(gym: Gym, member_id: string) {
  const [invoice] = await issueAll(gym, [draftOf(gym, { member_id })], at);
  const payment = await recordPayment(owner(gym), { member_id, method: "bank_transfer", amount_minor: 6_900 });
  return { number: invoice?.number ?? "", invoice_id: invoice?.id ?? "", payment };
}

test("L13 a receipt shows the payment as it was recorded, whatever changes afterwards", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, { first_name: "Ana", last_name: "Diaz", email: "ana@example.com" });
  const { number, invoice_id, payment } = await paying(gym, member_id);
  const before = await bytesOf(await getPaymentReceipt(owner(gym), { id: payment.id }));
  await updateMember(owner(gym), { id: member_id, last_name: "Diaz Lopez" });
  await issueAll(gym, [draftOf(gym, { member_id })], at);
  const refund = { id: payment.id, amount_minor: 1_000, invoice_id, reason: "One class was cancelled" };
  const { id } = await refundPayment(owner(gym), refund);
  const after = await bytesOf(await getPaymentReceipt(owner(gym), { id: payment.id }));
  expect(Buffer.compare(before, after)).toBe(0);
  const text = (await readPdf(after)).pages.join(" ");
  for (const part of ["Ana Diaz", number, "€59.00", "Bank transfer", "Kept as account credit €10.00"])
    expect(text).toContain(part);
  const given_back = await textOf(await getRefundReceipt(owner(gym), { id }));
  for (const part of ["Refund receipt", "€10.00", "One class was cancelled"]) expect(given_back).toContain(part);
});

test("a receipt is written in the language of who paid, and the one of a reversed payment is void", async () => {
  const gym = await newGym({ currency: "INR" });
  const member_id = await newMember(gym, { first_name: "Asha", language: "hi" });
  const { payment } = await paying(gym, member_id);
  await reversePayment(owner(gym), { id: payment.id, reason: "The transfer was recalled" });
  const text = await textOf(await getPaymentReceipt(owner(gym), { id: payment.id }));
  for (const part of ["रसीद", "₹69.00", "रद्द"]) expect(text).toContain(part);
});

test("A12 a receipt of another location is unknown", async () => {
  const gym = await newGym();
  const { payment } = await paying(gym, await newMember(gym));
  const elsewhere = { ...owner(gym), location_ids: [] };
  await expect(getPaymentReceipt(elsewhere, { id: payment.id })).rejects.toMatchObject({ code: "not_found" });
});

test("L13 the statement of a member lists what was booked, with the balance after it", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, { first_name: "Ana" });
  const { number } = await paying(gym, member_id);
  const statement = () => getStatementPdf(owner(gym), { id: member_id, ...range });
  const text = await textOf(await statement());
  for (const part of ["Account statement", "Ana", `Invoice ${number}`, "€59.00", "Payment, thank you", "−€10.00"])
    expect(text).toContain(part);
  expect(Buffer.compare(await bytesOf(await statement()), await bytesOf(await statement()))).toBe(0);
});

test("J2 a company has a statement of its own, with what it paid for its members", async () => {
  const gym = await newGym();
  const company_id = await newPayingCompany(gym);
  const payer = { payer_member_id: null, payer_company_id: company_id };
  await issueAll(gym, [{ ...draftOf(gym), ...payer } as never], at);
  await recordPayment(owner(gym), {
    ...{ company_id, location_id: gym.location_id, method: "bank_transfer", amount_minor: 2_000 },
  });
  const statement = await getCompanyStatement(owner(gym), { id: company_id, ...range });
  expect(statement.rows.map(({ kind, amount_minor }) => [kind, amount_minor])).toEqual([
    ["invoice", 5_900],
    ["payment", -2_000],
  ]);
  expect(statement.closing_minor).toBe(3_900);
  const text = await textOf(await getCompanyStatementPdf(owner(gym), { id: company_id, ...range }));
  expect(text).toContain("Acme Ltd");
  expect(text).toContain("€39.00");
});
