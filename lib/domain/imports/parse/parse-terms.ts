import { parseMajor } from "@/lib/values/money";
import type { ImportedDiscount, ParseOptions } from "./imported-row";
import { folded } from "./remembered";
import { quoted, type RowReader } from "./row-reader";

const FREE = /^(free|gratis|kostenlos|gratuito|gratuit|muft|complimentary|comp)$/i;

export const readPrice = (reader: RowReader, { currency, decimal }: ParseOptions): number | null => {
  const cell = reader.text("price");
  if (!cell) return null;
  if (FREE.test(cell)) return 0;
  const minor = parseMajor(withoutPeriod(cell), currency, { decimal });
  if (minor !== null && minor >= 0) return minor;
  reader.refuse("price", "price_unreadable", `${quoted(cell)} is no price in ${currency}. Write it as 1234.50`);
  return null;
};

export const readDiscount = (reader: RowReader, { currency, decimal }: ParseOptions): ImportedDiscount | null => {
  const cell = reader.text("discount").replace(/^[-\u2212]/, "");
  if (!cell) return null;
  const percent = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*(%|percent|prozent|por ciento|pour cent)$/i.exec(cell);
  if (percent) {
    const basis_points = Number(percent[1]) * 100 + Number((percent[2] ?? "").padEnd(2, "0"));
    if (basis_points <= 10_000) return basis_points === 0 ? null : { kind: "percent", basis_points };
  }
  const minor = percent ? null : parseMajor(withoutPeriod(cell), currency, { decimal });
  if (minor === 0) return null;
  if (minor !== null && minor > 0) return { kind: "amount", minor };
  reader.refuse("discount", "discount_unreadable", `${quoted(cell)} is no discount. Write it as 10% or 5.00`);
  return null;
};

/** "7", "7 of 10" and "7/10" mean seven left; "unlimited" means no count. */
export const readSessions = (reader: RowReader): number | null => {
  const cell = reader.text("sessions_left");
  if (!cell || /^(unlimited|unbegrenzt|ilimitado|ilimitadas|illimitee?s?|∞)$/i.test(cell)) return null;
  const left = /^(\d{1,5})(?:[.,]0+)?(?:\s*(?:\/|of|von|de|sur)\s*\d+)?(?:\s*\p{L}+)?$/u.exec(cell)?.[1];
  if (left !== undefined) return Number(left);
  reader.refuse(
    "sessions_left",
    "sessions_unreadable",
    `${quoted(cell)} is no number of visits. Write how many are left, as 7`,
  );
  return null;
};

const OFFLINE = new Set(
  (
    "cash|cheque|check|transfer|bank transfer|wire|manual|offline|invoice|front desk|desk|neft|imps|rtgs|paid in full|" +
    "bar|barzahlung|uberweisung|rechnung|efectivo|transferencia|especes|virement|nakad|नकद"
  ).split("|"),
);

export const readPaidOffline = (reader: RowReader): boolean => OFFLINE.has(folded(reader.text("payment_method")));

const withoutPeriod = (cell: string): string =>
  cell.replace(
    /\s*(\/|per|a|pro|al|par)\s*(month|mo|mth|week|wk|year|yr|monat|woche|jahr|mes|ano|año|mois|an)\.?$/i,
    "",
  );
