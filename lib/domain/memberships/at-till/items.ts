import { sellerOf } from "@/lib/domain/billing/entities";
import type { Written } from "@/lib/domain/billing/invoices";
import type { Buyer } from "@/lib/domain/memberships/buyer";
import { offerOf } from "@/lib/domain/memberships/offer";
import { getPlanRow } from "@/lib/domain/memberships/plans";
import type { Offer } from "@/lib/domain/memberships/quote";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { invalid } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";

/** What is sold at a till. */
export type TillItems = {
  location_id: string;
  plan_ids: readonly string[];
  lines: Written;
  prepay: readonly { membership_id: string; periods: number }[];
};

/** C17: what prepaying makes of a membership. */
export type Prepaid = {
  membership_id: string;
  plan_name: string;
  periods: number;
  paid_to_on: string;
  next_bill_on: string;
  total_minor: number;
};

/** The offers of the plans, in their order. A recurring plan needs the sale that shows its next bills and its terms. */
export async function offersOf(
  ctx: Ctx,
  { location_id, plan_ids }: TillItems,
  member_id: string,
  purpose: "quote" | "sale",
  stranger: Buyer | null,
): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const plan_id of plan_ids) {
    const { kind, name } = await getPlanRow(ctx, plan_id);
    if (kind === "recurring")
      throw invalid("plan_ids", `${name} is billed again and again. Sell it from the page of the member.`);
    const sale = { member_id, plan_id, location_id, prepaid_periods: 1 };
    offers.push(await offerOf(ctx, sale, purpose, null, stranger));
  }
  return offers;
}

/** Who sells at a till, and in which currency. Throws 404 for a location out of reach. */
export async function tillOf(ctx: Ctx, location_id: string) {
  const { currency } = await getLocationRow(ctx, location_id);
  return { currency, seller: await sellerOf(ctx, location_id) };
}
