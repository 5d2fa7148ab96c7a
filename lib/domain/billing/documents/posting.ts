import type { Posting, PostingLine } from "@/lib/domain/billing/ledger";
import type { Issued, IssuedLine } from "./issued";

/** Net of tax: the list price, and the discount as a positive amount. */
function netOf({ list_minor, discount_minor, net_minor }: IssuedLine): { list: number; discount: number } {
  if (discount_minor === 0) return { list: net_minor, discount: 0 };
  const charged = list_minor - discount_minor;
  const discount = charged === 0 ? discount_minor : Math.round((discount_minor * net_minor) / charged);
  return { list: net_minor + discount, discount };
}

/**
 * An invoice: receivable against deferred revenue (lines with days) or revenue, and tax. A credit note books the same with the
 * opposite sign, against customer credit. Discounts of a line with days are booked when its revenue is recognized. What was owed before an
 * import is revenue of the other system: it is booked against the opening balance.
 */
export function documentPosting(document: Issued, is_opening: boolean): Posting {
  const { id, kind, currency, issued_on, legal_entity_id, location_id, lines, total_minor, tax_minor } = document;
  const { payer_member_id: member_id, payer_company_id: company_id } = document;
  const sign = kind === "invoice" ? 1 : -1;
  let [deferred, revenue, discounts] = [0, 0, 0];
  for (const line of lines) {
    if (line.from_on) deferred += line.net_minor;
    else {
      const { list, discount } = netOf(line);
      revenue += list;
      discounts += discount;
    }
  }
  const owner = { member_id, company_id };
  const contra: PostingLine["account"] = kind === "invoice" ? "receivable" : "customer_credit";
  return {
    ...{ legal_entity_id, location_id, booked_on: issued_on, currency, fact: `${kind}:${id}` },
    lines: [
      { account: contra, amount_minor: sign * total_minor, ...owner, invoice_id: id },
      { account: "deferred_revenue", amount_minor: -sign * deferred, invoice_id: id },
      { account: revenueAccount(kind, is_opening), amount_minor: -sign * revenue, invoice_id: id },
      { account: "discounts", amount_minor: sign * discounts, invoice_id: id },
      { account: "tax", amount_minor: -sign * tax_minor, invoice_id: id },
    ],
  };
}

const revenueAccount = (kind: Issued["kind"], is_opening: boolean): PostingLine["account"] =>
  is_opening ? "opening_balance" : kind === "invoice" ? "revenue" : "refunds";
