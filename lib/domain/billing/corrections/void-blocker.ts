import { formatMoney } from "@/lib/values/money";

type Facts = {
  written_off_at: string | null;
  open_minor: number;
  total_minor: number;
  currency: string;
  has_credit_note: boolean;
};

/** What must come first before the invoice can be voided; null where it can be voided now. */
export function voidBlocker(facts: Facts, locale: string): string | null {
  const { written_off_at, open_minor, total_minor, currency, has_credit_note } = facts;
  if (written_off_at) return "This invoice is written off. Credit it instead.";
  if (has_credit_note) return "This invoice has a credit note. Credit the rest instead.";
  if (open_minor === total_minor) return null;
  const settled = formatMoney(total_minor - open_minor, currency, locale);
  return `${settled} of this invoice is paid. Reverse its payments first, or credit the rest.`;
}
