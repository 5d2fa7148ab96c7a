import { parseMajor } from "@/lib/values/money";
import type { ImportedBalance, ParseOptions } from "./imported-row";
import { quoted, type RowReader } from "./row-reader";

/** What is owed less the account credit; null if neither is. A negative amount is the opposite. */
export const parseBalance = (reader: RowReader, options: ParseOptions): ImportedBalance | null => {
  const minor = readAmount(reader, "amount_owed", options) - readAmount(reader, "account_credit", options);
  const due_on = reader.day("owed_since");
  if (minor === 0) return null;
  return { minor, due_on: minor > 0 ? due_on : null };
};

const readAmount = (
  reader: RowReader,
  field: "amount_owed" | "account_credit",
  { currency, decimal }: ParseOptions,
): number => {
  const cell = reader.text(field);
  if (!cell) return 0;
  const minor = parseMajor(cell, currency, { decimal });
  if (minor !== null && Math.abs(minor) <= LARGEST_MINOR) return minor;
  reader.refuse(field, "amount_unreadable", `${quoted(cell)} is no amount in ${currency}. Write it as 1234.50`);
  return 0;
};

const LARGEST_MINOR = 100_000_000_000;
