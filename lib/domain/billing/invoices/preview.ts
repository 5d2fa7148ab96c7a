import * as contracts from "@/lib/contracts/billing/invoices";
import { sellerOf } from "@/lib/domain/billing/entities";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { operation } from "@/lib/kernel/operation";
import { addDays } from "@/lib/values/calendar-day";
import { sumsOf, writtenLines } from "./draft-lines";
import { taxesOf } from "./get";

/** What a draft with these lines sums to, from the functions that write it. */
export const previewInvoice = operation(contracts.previewInvoice, async (ctx, input) => {
  const { currency } = await getLocationRow(ctx, input.location_id);
  const seller = await sellerOf(ctx, input.location_id);
  const terms = { is_price_with_tax: input.prices_include_tax, payer_member_id: null };
  const lines = writtenLines(input.lines, seller, terms);
  return {
    ...{ currency, due_on: addDays(seller.today, seller.entity.due_days) },
    lines: lines.map(({ net_minor, tax_minor, total_minor }) => ({ net_minor, tax_minor, total_minor })),
    taxes: taxesOf({ lines }),
    ...sumsOf(lines),
  };
});
