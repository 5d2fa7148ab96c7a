import { expect, test } from "vitest";
import { renderReceiptPdf } from "@/lib/providers/pdf";
import { receipt } from "./documents";
import { dictionariesOf, readPdf } from "./read-pdf";

const textOf = async (document: Parameters<typeof renderReceiptPdf>[0]) =>
  (await readPdf(await renderReceiptPdf(document))).pages.join(" ");

test("a receipt shows the amount, the local time, the invoices and what stays as credit", async () => {
  const text = await textOf(receipt());
  for (const part of [
    "Receipt RC-8121 $50.00",
    "Received from Yuki Tanabe",
    "November 24, 2026 at 6:20 pm",
    "Paid with Cash",
    "INV-25031, November 16, 2026 $30.00",
    "Kept as account credit $20.00",
  ])
    expect(text).toContain(part);
});

test("a refund is no payment, and nothing of it stays as credit", async () => {
  const text = await textOf(receipt({ kind: "refund", locale: "es-MX", notes: "Baja del 24 de noviembre" }));
  expect(text).toContain("Recibo de reembolso RC-8121");
  expect(text).toContain("Reembolsado a Yuki Tanabe");
  expect(text).toContain("Notas Baja del 24 de noviembre");
  expect(text).not.toContain("saldo a favor");
});

test("L13 a receipt is created at the time of its payment", async () => {
  const [one, other] = [await renderReceiptPdf(receipt()), await renderReceiptPdf(receipt())];
  expect(dictionariesOf(one)).toContain("(D:20261124232000Z)");
  expect(Buffer.compare(one, other)).toBe(0);
});
