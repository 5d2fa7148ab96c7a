import { newId } from "@/db/id";
import { availableCredit } from "@/lib/domain/billing/credits";
import { writtenLines } from "@/lib/domain/billing/invoices";
import { quoteOf } from "@/lib/domain/memberships/quote";
import type { Ctx } from "@/lib/kernel/operation";
import type { LineKind } from "@/lib/values/billing";
import { offersOf, type Prepaid, type TillItems, tillOf } from "./items";
import { quotePrepaid } from "./prepay";

type QuotedLine = {
  kind: LineKind;
  description: string;
  from_on: string | null;
  to_on: string | null;
  total_minor: number;
  why: string | null;
};

/** C12: what `sellItems()` would sell, from the functions that sell it. `member_id` is null for who is no member yet. */
export async function quoteItems(ctx: Ctx, member_id: string | null, first_name: string, items: TillItems) {
  const { currency, seller } = await tillOf(ctx, items.location_id);
  const lines: QuotedLine[] = [];
  const prepaid: Prepaid[] = [];
  const notes: string[] = [];
  for (const wanted of items.prepay) {
    const quoted = await quotePrepaid(ctx, member_id ?? "", wanted);
    lines.push(...quoted.lines.map(({ label, ...line }) => ({ ...shownOf(line), description: label, why: line.why })));
    prepaid.push(quoted.prepaid);
  }
  const stranger = member_id
    ? null
    : {
        ...{ name: first_name, first_name, birth_on: null, home_location_id: items.location_id },
        ...{ archived_at: null, banned_at: null },
      };
  for (const offer of await offersOf(ctx, items, member_id ?? newId(), "quote", stranger)) {
    const { quote } = quoteOf(offer, ctx.organization);
    lines.push(...quote.lines.map(({ label, ...line }) => ({ ...shownOf(line), description: label, why: line.why })));
    notes.push(...quote.notes);
  }
  const written = writtenLines(items.lines, seller, { is_price_with_tax: true, payer_member_id: member_id });
  lines.push(...written.map((line) => ({ ...shownOf(line), description: line.description, why: null })));
  const total_minor = lines.reduce((all, line) => all + line.total_minor, 0);
  const available = member_id ? await availableCredit(ctx, member_id, { currency, entity: seller.entity }) : 0;
  const credit_minor = Math.min(total_minor, available);
  return { currency, lines, prepaid, notes, total_minor, credit_minor, to_pay_minor: total_minor - credit_minor };
}

const shownOf = ({ kind, from_on, to_on, total_minor }: Omit<QuotedLine, "description" | "why">) => ({
  ...{ kind, from_on, to_on, total_minor },
});
