import { expect, test } from "vitest";
import type { Entry } from "@/lib/domain/billing/ledger/entries-query";
import { writers } from "@/lib/domain/billing/ledger/export-formats";

const lines = (amounts: Record<string, number>) =>
  Object.entries(amounts).map(([account, amount_minor]) => ({
    ...{ account: account as Entry["lines"][number]["account"], amount_minor, member_id: null, company_id: null },
    ...{ payer_name: null, invoice_id: null, invoice_number: null },
  }));

const entry = (amounts: Record<string, number>, fields: Partial<Entry> = {}): Entry => ({
  ...{ id: "e", booked_on: "2026-03-09", fact: "payment:p1", currency: "EUR", location_id: "l", location_name: "Main" },
  ...{ legal_entity_id: "s", lines: lines(amounts), ...fields },
});

const cells = (text: string, separator: string) =>
  text
    .replaceAll(`"`, "")
    .trimEnd()
    .split("\r\n")
    .map((row) => row.split(separator));

test("the debits of an entry are spread over its credits, and every account keeps its amount", () => {
  const rows = cells(
    writers.datev.rows(entry({ cash: 700, discounts: 50, receivable: -600, customer_credit: -150 })),
    ";",
  );
  expect(rows.map((row) => [row[0], row[6], row[7], row[9], row[10]])).toEqual([
    ["6,00", "cash", "receivable", "0903", "p1"],
    ["1,00", "cash", "customer_credit", "0903", "p1"],
    ["0,50", "discounts", "customer_credit", "0903", "p1"],
  ]);
});

test("amounts have the decimals of their currency", () => {
  const yen = entry({ cash: 700, receivable: -700 }, { currency: "JPY" });
  const dinar = entry({ cash: 700, receivable: -700 }, { currency: "KWD" });
  expect([yen, dinar].map((one) => cells(writers.tally.rows(one), ",")[0]?.[4])).toEqual(["700", "0.700"]);
});

test.each([
  ["invoice:1", "Sales"],
  ["credit_note:1", "Credit Note"],
  ["payment:1", "Receipt"],
  ["refund:1", "Payment"],
  ["recognition:1:2", "Journal"],
])("the fact %s is a voucher of the type %s", (fact, type) => {
  expect(cells(writers.tally.rows(entry({ cash: 1, tax: -1 }, { fact })), ",")[0]?.[1]).toBe(type);
});
