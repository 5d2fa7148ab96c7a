import type { z } from "zod";
import type { lineExplanation } from "@/lib/contracts/billing/invoice-fields";
import * as contracts from "@/lib/contracts/billing/invoices";
import { explain as explainLine, type Line, type LineDiscount } from "@/lib/domain/billing/engine";
import { operation } from "@/lib/kernel/operation";
import { findInvoice, type StoredInvoice } from "./find";
import { type Words, wordsOf } from "./words";

type Explanation = z.input<typeof lineExplanation>;
type StoredLine = StoredInvoice["lines"][number];
type Facts = StoredInvoice["facts"][number]["facts"];

/** Why each line has its amount, from the facts that are stored with it. */
export const explainInvoice = operation(contracts.explainInvoice, async (ctx, { id }) => {
  const invoice = await findInvoice(ctx, id);
  const words = wordsOf(ctx.organization.locale, invoice.currency);
  const facts = new Map(invoice.facts.map((one) => [one.line_id, one.facts]));
  return {
    data: invoice.lines.map((line) => ({
      line_id: line.id,
      amount_minor: line.total_minor,
      sentence: sentence(line, facts.get(line.id) ?? null, words),
      facts: factsOf(invoice, line, facts.get(line.id) ?? null, words),
    })),
  };
});

/** The engine's sentence; of a line that no rule made, its own sum. */
function sentence(line: StoredLine, facts: Facts, words: Words): string {
  const { list_minor, discount_minor, net_minor, tax_minor, total_minor, from_on, to_on } = line;
  const amount_minor = list_minor - discount_minor;
  const added = line.is_price_with_tax || tax_minor === 0 ? "" : ` ${withTax(line, words)}`;
  if (facts && isOfEngine(facts)) {
    const known = { ...line, on: line.from_on ?? "", plan_name: line.description, amount_minor, from_on, to_on };
    return explainLine({ ...known, discounts: discountsOf(line, facts), facts } as unknown as Line, words) + added;
  }
  const { money } = words;
  if (facts?.why === "late_fee") return lateFeeSentence(line, facts, words) + added;
  const pieces = line.quantity > 1 ? `${line.quantity} × ${money(Math.round(list_minor / line.quantity))}` : null;
  const less = discount_minor === 0 ? "" : ` − ${money(discount_minor)} (discount)`;
  const sum = pieces ?? (less ? money(list_minor) : null);
  const shown = money(Math.abs(line.is_price_with_tax ? total_minor : net_minor));
  return `${shown}${sum ? ` = ${sum}${less}` : ""}, written by staff.${added}`;
}

/** "€5.00, because INV-00012 was due on 3 March 2026 and €59.00 of it was still open 14 days later." */
function lateFeeSentence({ list_minor }: StoredLine, facts: NonNullable<Facts>, { money, day }: Words): string {
  const { late_number, late_due_on, late_days, open_minor, rate_ppm } = facts;
  const open = money(Number(open_minor));
  const share = typeof rate_ppm === "number" ? ` (${rate_ppm / 10_000} % of ${open} at most)` : "";
  const after = late_days === 1 ? "a day" : `${late_days} days`;
  return `${money(list_minor)}${share}, because ${late_number} was due on ${day(String(late_due_on))} and ${open} of it was still open ${after} later.`;
}

const withTax = ({ tax_minor, total_minor }: StoredLine, { money }: Words): string =>
  `Tax of ${money(Math.abs(tax_minor))} makes it ${money(Math.abs(total_minor))}.`;

const ofEngine = new Set<string>([
  "period",
  "first_period_free",
  "prepaid",
  "part_to_billing_day",
  "part_to_cancellation",
  "rest_of_period",
  "joining",
  "transfer",
  "freeze_one_off",
  "freeze_interval",
  "plan_change_unused",
  "plan_change_rest",
  "plan_change_new_period",
  "cancelled_unused",
  "retroactive_freeze",
  "freeze_fee_returned",
  "start_moved",
] satisfies Line["facts"]["why"][]);

const isOfEngine = ({ why }: NonNullable<Facts>): boolean => ofEngine.has(why);

/** The discounts by name where the facts list them. */
function discountsOf({ discount_minor }: StoredLine, facts: NonNullable<Facts>): LineDiscount[] {
  if (Array.isArray(facts.discounts)) return facts.discounts as LineDiscount[];
  return discount_minor === 0 ? [] : [{ id: "", label: "discount", amount_minor: discount_minor }];
}

const days: readonly [string, string][] = [
  ["changed_on", "Plan changed on"],
  ["cancelled_on", "Cancelled from"],
  ["frozen_from_on", "Freeze from"],
  ["frozen_to_on", "Freeze until"],
  ["from_starts_on", "Start before"],
  ["to_starts_on", "Start now"],
];

function factsOf(invoice: StoredInvoice, line: StoredLine, facts: Facts, { day, days: range, money }: Words) {
  const found: Explanation["facts"] = [];
  const add = (label: string, text: string, target: Explanation["facts"][number]["target"] = null) =>
    found.push({ label, text, target });
  const ofMember = line.member_id ?? (invoice.payer.kind === "member" ? invoice.payer.id : null);
  if (ofMember) {
    const name = line.member_name ?? (ofMember === invoice.payer.id ? invoice.payer.name : "Member");
    add(line.membership_id ? "Membership of" : "Member", name, { kind: "member", id: ofMember });
  }
  if (line.from_on && line.to_on) add("Pays for", range(line.from_on, line.to_on));
  for (const [name, label] of days) {
    const value = facts?.[name];
    if (typeof value === "string") add(label, day(value));
  }
  if (typeof facts?.charged_minor === "number") add("Paid before", money(facts.charged_minor));
  if (facts?.why === "late_fee")
    add("Charged for", String(facts.late_number), { kind: "invoice", id: String(facts.late_invoice_id) });
  if (invoice.corrects) add("Corrects", invoice.corrects.number, { kind: "invoice", id: invoice.corrects.id });
  return found;
}
