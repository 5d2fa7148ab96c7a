import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { members, organizations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/billing/invoices";
import * as own from "@/lib/contracts/billing/own-invoices";
import { writeOffInvoice } from "@/lib/domain/billing/corrections";
import { readPdf } from "@/tests/providers/pdf/read-pdf";
import { newCompany } from "@/tests/support/billing/settings";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newDraft, newInvoice } from "@/tests/support/gym/manual-invoices";
import { call, refusal, send } from "@/tests/support/http/api";

const desk = (gym: Gym) => ({ token: gym.people.receptionist.token });
const self = (gym: Gym) => ({ token: gym.people.member.token });
const towels = [{ description: "Towel service", quantity: 2, price_minor: 400, discount_minor: 100 }];

const pdfOf = async (gym: Gym, id: string) => {
  const response = await send(contracts.getInvoicePdf, { id }, desk(gym));
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  return new Uint8Array(await response.arrayBuffer());
};

const inGym = <T>({ organization_id }: Gym, work: Parameters<typeof inTenant<T>>[1]) =>
  inTenant({ organization_id, user_id: null }, work);

test("L1 a draft has no number until it is finalized, and keeps its id", async () => {
  const gym = await newGym();
  const draft = await call(contracts.createInvoice, { member_id: gym.member_id, lines: towels }, desk(gym));
  expect(draft).toMatchObject({ number: null, status: "draft", total_minor: 700, open_minor: 0, version: 1 });
  const { id } = draft;
  const invoice = await call(contracts.finalizeInvoice, { id }, desk(gym));
  expect(invoice).toMatchObject({ id, number: "INV-00001", status: "open", total_minor: 700, open_minor: 700 });
  expect(invoice.lines).toMatchObject([
    { description: "Towel service", quantity: 2, list_minor: 800, discount_minor: 100 },
  ]);
  expect(await refusal(contracts.finalizeInvoice, { id }, desk(gym))).toMatchObject({ code: "conflict" });
});

test("L6 a finalized invoice is neither changed nor deleted", async () => {
  const gym = await newGym();
  const { id } = await newInvoice(gym);
  expect(await refusal(contracts.updateInvoice, { id, note: "x" }, desk(gym))).toMatchObject({ code: "conflict" });
  expect(await refusal(contracts.deleteInvoice, { id }, desk(gym))).toMatchObject({ code: "conflict" });
});

test("a draft is changed and deleted", async () => {
  const gym = await newGym();
  const { id } = await newDraft(gym);
  const lines = [{ description: "Locker", price_minor: 2000 }];
  const changed = await call(contracts.updateInvoice, { id, lines, note: "Thank you" }, desk(gym));
  expect(changed).toMatchObject({ total_minor: 2000, note: "Thank you", description: "Locker", version: 2 });
  const kept = await call(contracts.updateInvoice, { id, note: null }, desk(gym));
  expect(kept).toMatchObject({ total_minor: 2000, note: null, lines_count: 1 });
  await call(contracts.deleteInvoice, { id }, desk(gym));
  expect(await refusal(contracts.getInvoice, { id }, desk(gym))).toMatchObject({ code: "not_found" });
});

test.each([
  ["a negative price", [{ description: "x", price_minor: -1 }]],
  ["a part of a cent", [{ description: "x", price_minor: 1.5 }]],
  ["a discount above the price", [{ description: "x", price_minor: 100, discount_minor: 101 }]],
  ["a total that is too large", [{ description: "x", quantity: 999, price_minor: 1_000_000_000_000 }]],
  ["no line", []],
])("a draft with %s is refused", async (_, lines) => {
  const gym = await newGym();
  const answer = await refusal(contracts.createInvoice, { member_id: gym.member_id, lines }, desk(gym));
  expect(answer).toMatchObject({ status: 422 });
});

test("a line that staff wrote explains its sum", async () => {
  const gym = await newGym();
  const { id } = await newDraft(gym, { lines: towels });
  const { data } = await call(contracts.explainInvoice, { id }, desk(gym));
  expect(data.map(({ sentence }) => sentence)).toEqual(["€7.00 = 2 × €4.00 − €1.00 (discount), written by staff."]);
  expect(data[0]?.facts).toEqual([
    { label: "Member", text: "Mina Member", target: { kind: "member", id: gym.member_id } },
  ]);
});

test("it says in one sentence what happens next", async () => {
  const gym = await newGym();
  const { id, next_step } = await newDraft(gym);
  expect(next_step).toBe("This is a draft. Finalize it to give it a number and to ask for €8.00.");
  await call(contracts.finalizeInvoice, { id }, desk(gym));
  const invoice = await call(contracts.getInvoice, { id }, desk(gym));
  expect(invoice.next_step).toMatch(/^€8\.00 is due today\. /);
});

test("a member sees their own invoices only, and no draft", async () => {
  const gym = await newGym();
  const other = await newMember(gym);
  const mine = await newInvoice(gym);
  const theirs = await newInvoice(gym, { member_id: other });
  const draft = await newDraft(gym);
  const { data } = await call(own.listOwnInvoices, {}, self(gym));
  expect(data.map(({ id }) => id)).toEqual([mine.id]);
  expect((await call(own.getOwnInvoice, { id: mine.id }, self(gym))).number).toBe("INV-00001");
  expect((await send(own.getOwnInvoicePdf, { id: mine.id }, self(gym))).status).toBe(200);
  for (const { id } of [theirs, draft]) {
    expect(await refusal(own.getOwnInvoice, { id }, self(gym))).toMatchObject({ code: "not_found" });
    expect(await refusal(own.getOwnInvoicePdf, { id }, self(gym))).toMatchObject({ code: "not_found" });
  }
  expect(await refusal(contracts.getInvoice, { id: mine.id }, self(gym))).toMatchObject({ code: "forbidden" });
});

test("L13 the PDF has the same bytes after a rename of the buyer and after it was paid", async () => {
  const gym = await newGym();
  const { organization_id } = gym;
  const { id } = await newInvoice(gym);
  const before = await pdfOf(gym, id);
  await inGym(gym, (db) =>
    db.update(members).set({ last_name: "Married" }).where(eq(members.organization_id, organization_id)),
  );
  await writeOffInvoice(gym.people.gym_owner.caller, { id, reason: "Moved away" });
  expect(Buffer.compare(before, await pdfOf(gym, id))).toBe(0);
  const { pages } = await readPdf(before);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain("INV-00001");
  expect(pages[0]).toContain("Mina Member");
});

test("L13 the PDF of a Hindi gym is in Hindi, the same each time", async () => {
  const gym = await newGym({ currency: "INR", time_zone: "Asia/Kolkata" });
  await inGym(gym, (db) =>
    db.update(organizations).set({ locale: "hi-IN" }).where(eq(organizations.id, gym.organization_id)),
  );
  const { id } = await call(contracts.createInvoice, { member_id: gym.member_id, lines: towels }, desk(gym));
  await call(contracts.finalizeInvoice, { id }, desk(gym));
  const [first, second] = [await pdfOf(gym, id), await pdfOf(gym, id)];
  expect(Buffer.compare(first, second)).toBe(0);
  const { pages } = await readPdf(first);
  expect(pages[0]).toMatch(/[\u0900-\u097f]/);
  expect(pages[0]).toContain("₹7.00");
});

test("the PDF is in the member's language", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, { first_name: "Lucía", language: "es" });
  const { id } = await newInvoice(gym, { member_id });
  const { pages } = await readPdf(await pdfOf(gym, id));
  expect(pages[0]).toContain("Factura");
});

test("a draft has no PDF", async () => {
  const gym = await newGym();
  const { id } = await newDraft(gym);
  expect(await refusal(contracts.getInvoicePdf, { id }, desk(gym))).toMatchObject({ code: "conflict" });
});

test("L12 the bill of a company names the member it is for", async () => {
  const gym = await newGym();
  const { id: company_id } = await newCompany(gym, { name: "Harbor Row Physio" });
  const lines = [{ description: "Personal training", price_minor: 5500, member_id: gym.member_id }];
  const { id } = await newInvoice(gym, { company_id, lines });
  const invoice = await call(contracts.getInvoice, { id }, desk(gym));
  expect([invoice.payer.name, invoice.lines[0]?.member_name]).toEqual(["Harbor Row Physio", "Mina Member"]);
});
