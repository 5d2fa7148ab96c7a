import { describe, expect, test } from "vitest";
import { issueCreditNote, voidInvoice, writeOffInvoice } from "@/lib/domain/billing/corrections";
import { getPayment, refundPayment, reversePayment } from "@/lib/domain/billing/payments";
import { openTill } from "@/lib/domain/billing/till";
import { newGym } from "@/tests/support/gym/gym";
import { newInvoice, newTaxRate } from "@/tests/support/gym/invoices";
import { ledgerOf } from "@/tests/support/gym/ledger";
import { code, many, openOf, owner, pay, reason } from "@/tests/support/gym/payments";

describe("credit notes", () => {
  test("K15 parts of a document add up to its net amount and tax to the cent", async () => {
    const gym = await newGym();
    await newTaxRate(gym, 190_000);
    const { id, net_minor, tax_minor } = await newInvoice(gym, { lines: [{ list_minor: 999 }, { list_minor: 1_001 }] });
    const notes = [];
    for (const amount_minor of [333, 333, 333])
      notes.push(await issueCreditNote(owner(gym), { id, amount_minor, reason }));
    notes.push(await issueCreditNote(owner(gym), { id, reason }));
    expect(notes.map(({ number, total_minor }) => [number, total_minor])).toEqual([
      ["CN-00001", 333],
      ["CN-00002", 333],
      ["CN-00003", 333],
      ["CN-00004", 1_001],
    ]);
    expect(notes.reduce((all, note) => all + note.net_minor, 0)).toBe(net_minor);
    expect(notes.reduce((all, note) => all + note.tax_minor, 0)).toBe(tax_minor);
    expect(await code(issueCreditNote(owner(gym), { id, amount_minor: 1, reason }))).toBe("conflict");
    expect(await ledgerOf(gym)).toEqual({ revenue: -net_minor, refunds: net_minor });
  });

  test("K15 lines and amounts of the whole may be mixed", async () => {
    const gym = await newGym();
    await newTaxRate(gym, 190_000);
    const invoice = await newInvoice(gym, { lines: [{ list_minor: 1_190 }, { list_minor: 2_380 }] });
    const { id, lines } = invoice;
    const line_id = lines[0]?.id ?? "";
    const first = await issueCreditNote(owner(gym), { id, lines: [{ line_id, amount_minor: 595 }], reason });
    expect(first).toMatchObject({ net_minor: 500, tax_minor: 95, lines: [{ corrects_line_id: line_id }] });
    expect(await code(issueCreditNote(owner(gym), { id, lines: [{ line_id, amount_minor: 596 }], reason }))).toBe(
      "conflict",
    );
    const second = await issueCreditNote(owner(gym), { id, amount_minor: 1_190, reason });
    expect([second.net_minor, second.tax_minor]).toEqual([1_000, 190]);
    const rest = await issueCreditNote(owner(gym), { id, reason });
    expect([rest.total_minor, rest.net_minor + 1_500, rest.tax_minor + 285]).toEqual([1_785, 3_000, 570]);
  });

  test("L7 reduces the open amount first, the rest becomes account credit", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym);
    await pay(gym, 4_900);
    const note = await issueCreditNote(owner(gym), { id, amount_minor: 2_000, reason });
    expect(note).toMatchObject({ corrects_invoice_id: id, settled_minor: 1_000, credit_minor: 1_000 });
    expect(await openOf(gym)).toEqual([]);
    expect(await ledgerOf(gym)).toEqual({
      card_terminal: 4_900,
      customer_credit: -1_000,
      revenue: -5_900,
      refunds: 2_000,
    });
  });

  test("L7 parallel credit notes never exceed the invoice", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym, { lines: [{ list_minor: 10_000 }] });
    const codes = await Promise.all(
      many(16).map(() => code(issueCreditNote(owner(gym), { id, amount_minor: 1_000, reason }))),
    );
    expect(codes.filter((one) => one === "done")).toHaveLength(10);
    expect(await openOf(gym)).toEqual([]);
  });
});

describe("closing an invoice", () => {
  test("L5 a void invoice keeps its number, and its booking is taken back", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym);
    expect(await voidInvoice(owner(gym), { id, reason })).toMatchObject({ number: "INV-00001", open_minor: 0 });
    expect(await ledgerOf(gym)).toEqual({});
    expect((await newInvoice(gym)).number).toBe("INV-00002");
    expect(await code(voidInvoice(owner(gym), { id, reason }))).toBe("conflict");
    expect(await code(issueCreditNote(owner(gym), { id, reason }))).toBe("conflict");
  });

  test("L5 a paid invoice cannot become void", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym);
    const payment = await pay(gym, 100);
    expect(await code(voidInvoice(owner(gym), { id, reason }))).toBe("conflict");
    await reversePayment(owner(gym), { id: payment.id, reason });
    expect(await code(voidInvoice(owner(gym), { id, reason }))).toBe("done");
  });

  test("a write-off gives up what is open", async () => {
    const gym = await newGym();
    const { id } = await newInvoice(gym);
    await pay(gym, 900);
    expect(await writeOffInvoice(owner(gym), { id, reason })).toMatchObject({ open_minor: 0, voided_at: null });
    expect(await ledgerOf(gym)).toEqual({ card_terminal: 900, write_offs: 5_000, revenue: -5_900 });
    expect(await code(writeOffInvoice(owner(gym), { id, reason }))).toBe("conflict");
  });
});

describe("refunds", () => {
  test("K14 K16 makes a credit note, and the money goes back the way it came", async () => {
    const gym = await newGym();
    const { id: invoice_id } = await newInvoice(gym);
    const { id } = await pay(gym, 5_900);
    const refund = await refundPayment(owner(gym), { id, amount_minor: 2_000, invoice_id, reason });
    expect(refund).toMatchObject({
      method: "card_terminal",
      credit_note: { number: "CN-00001" },
      payment: { refunded_minor: 2_000 },
    });
    expect(await ledgerOf(gym)).toEqual({ card_terminal: 3_900, revenue: -5_900, refunds: 2_000 });
  });

  test("K13 32 parallel refunds never exceed what was paid", async () => {
    const gym = await newGym();
    const { id: invoice_id } = await newInvoice(gym, { lines: [{ list_minor: 10_000 }] });
    const { id } = await pay(gym, 10_000);
    const codes = await Promise.all(
      many(32).map(() => code(refundPayment(owner(gym), { id, amount_minor: 1_000, invoice_id, reason }))),
    );
    expect(codes.filter((one) => one === "done")).toHaveLength(10);
    expect(codes.filter((one) => one === "conflict")).toHaveLength(22);
    expect((await getPayment(owner(gym), { id })).refunded_minor).toBe(10_000);
    expect(await ledgerOf(gym)).toEqual({ revenue: -10_000, refunds: 10_000 });
  });

  test("K13 32 parallel refunds of one credit never exceed it", async () => {
    const gym = await newGym();
    const { id } = await pay(gym, 5_000);
    const codes = await Promise.all(
      many(32).map(() => code(refundPayment(owner(gym), { id, amount_minor: 1_000, reason }))),
    );
    expect(codes.filter((one) => one === "done")).toHaveLength(5);
    expect(await ledgerOf(gym)).toEqual({});
  });

  test("K16 a refund in cash needs an open till that holds it", async () => {
    const gym = await newGym();
    const { id } = await pay(gym, 5_000);
    const refund = (amount_minor: number) =>
      code(refundPayment(owner(gym), { id, amount_minor, method: "cash", reason }));
    expect(await refund(1_000)).toBe("till_closed");
    await openTill(owner(gym), { location_id: gym.location_id, float_minor: 2_000 });
    expect([await refund(2_001), await refund(2_000), await refund(1)]).toEqual(["conflict", "done", "conflict"]);
  });
});

test("K14 the refund of single lines credits these lines in the same transaction", async () => {
  const gym = await newGym();
  const { id, lines } = await newInvoice(gym, { lines: [{ list_minor: 2_000 }, { list_minor: 3_000 }] });
  const paid = await pay(gym, 5_000);
  const line_id = lines[1]?.id ?? "";
  const wanted = { id: paid.id, invoice_id: id, reason, amount_minor: 1_200 };
  const refund = await refundPayment(owner(gym), { ...wanted, lines: [{ line_id, amount_minor: 1_200 }] });
  expect(refund).toMatchObject({ amount_minor: 1_200, credit_note: { number: "CN-00001" } });
  const codes = [
    await code(refundPayment(owner(gym), { ...wanted, lines: [{ line_id, amount_minor: 1_000 }] })),
    await code(
      refundPayment(owner(gym), { ...wanted, invoice_id: undefined, lines: [{ line_id, amount_minor: 1_200 }] }),
    ),
    await code(
      refundPayment(owner(gym), { ...wanted, amount_minor: 1_900, lines: [{ line_id, amount_minor: 1_900 }] }),
    ),
  ];
  expect(codes).toEqual(["invalid_input", "invalid_input", "conflict"]);
});
