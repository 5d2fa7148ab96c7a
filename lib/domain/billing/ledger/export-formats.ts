import { formatCsvLine } from "@/lib/values/csv-line";
import { type Currency, toMajorText } from "@/lib/values/money";
import type { Entry, EntryLine } from "./entries-query";

export type LedgerFormat = "csv" | "datev" | "tally";

/** How an entry is written for a program of accountants. */
type Writer = { head: string; rows: (entry: Entry) => string };

const amountText = (minor: number, { currency }: Entry): string =>
  minor === 0 ? "" : toMajorText(Math.abs(minor), currency as Currency);

const kindOf = ({ fact }: Entry): string => fact.split(":")[0] ?? "";
const sentence = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("_", " ");

/** The number of the document, otherwise what identifies the fact. */
const voucherOf = (entry: Entry): string =>
  entry.lines.find(({ invoice_number }) => invoice_number)?.invoice_number ?? entry.fact.split(":").slice(1).join(":");

const narrationOf = (entry: Entry): string => {
  const payer = entry.lines.find(({ payer_name }) => payer_name)?.payer_name;
  return [sentence(kindOf(entry)), payer, entry.location_name].filter(Boolean).join(", ");
};

const csv: Writer = {
  head: formatCsvLine([
    ...["booked_on", "entry_id", "fact", "location", "currency", "account", "debit", "credit"],
    ...["document", "payer"],
  ]),
  rows: (entry) =>
    entry.lines
      .map(({ account, amount_minor, invoice_number, payer_name }) =>
        formatCsvLine([
          ...[entry.booked_on, entry.id, entry.fact, entry.location_name, entry.currency, account],
          amount_minor > 0 ? amountText(amount_minor, entry) : "",
          amount_minor < 0 ? amountText(amount_minor, entry) : "",
          ...[invoice_number, payer_name],
        ]),
      )
      .join(""),
};

/** Rows of one account against another: the debits of an entry are spread over its credits, in their order. */
function pairsOf(lines: readonly EntryLine[]): { debit: EntryLine; credit: EntryLine; minor: number }[] {
  const left = lines.map((line) => ({ line, minor: line.amount_minor }));
  const pairs: { debit: EntryLine; credit: EntryLine; minor: number }[] = [];
  for (const debit of left.filter(({ minor }) => minor > 0)) {
    for (const credit of left.filter(({ minor }) => minor < 0)) {
      const minor = Math.min(debit.minor, -credit.minor);
      if (minor === 0) continue;
      debit.minor -= minor;
      credit.minor += minor;
      pairs.push({ debit: debit.line, credit: credit.line, minor });
    }
  }
  return pairs;
}

/** In the column order of DATEV's batches of bookings: semicolons, decimal commas, the day as DDMM, at most 36 and 60 characters. */
const datev: Writer = {
  head: formatCsvLine(
    [
      ...["Umsatz (ohne Soll/Haben-Kz)", "Soll/Haben-Kennzeichen", "WKZ Umsatz", "Kurs", "Basis-Umsatz"],
      ...["WKZ Basis-Umsatz", "Konto", "Gegenkonto (ohne BU-Schlüssel)", "BU-Schlüssel", "Belegdatum"],
      ...["Belegfeld 1", "Belegfeld 2", "Skonto", "Buchungstext"],
    ],
    ";",
  ),
  rows: (entry) =>
    pairsOf(entry.lines)
      .map(({ debit, credit, minor }) =>
        formatCsvLine(
          [
            ...[amountText(minor, entry).replace(".", ","), "S", entry.currency, "", "", ""],
            ...[debit.account, credit.account, "", `${entry.booked_on.slice(8)}${entry.booked_on.slice(5, 7)}`],
            ...[voucherOf(entry).slice(0, 36), "", "", narrationOf(entry).slice(0, 60)],
          ],
          ";",
        ),
      )
      .join(""),
};

const voucherTypes: Record<string, string> = {
  invoice: "Sales",
  credit_note: "Credit Note",
  payment: "Receipt",
  refund: "Payment",
};

const tally: Writer = {
  head: formatCsvLine(["Date", "Voucher Type", "Voucher No", "Ledger", "Debit", "Credit", "Narration"]),
  rows: (entry) =>
    entry.lines
      .map(({ account, amount_minor }) =>
        formatCsvLine([
          entry.booked_on.split("-").reverse().join("-"),
          voucherTypes[kindOf(entry)] ?? "Journal",
          voucherOf(entry),
          sentence(account),
          amount_minor > 0 ? amountText(amount_minor, entry) : "",
          amount_minor < 0 ? amountText(amount_minor, entry) : "",
          narrationOf(entry),
        ]),
      )
      .join(""),
};

export const writers: Record<LedgerFormat, Writer> = { csv, datev, tally };
