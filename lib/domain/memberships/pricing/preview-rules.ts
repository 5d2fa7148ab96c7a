import { and, eq } from "drizzle-orm";
import { membershipPlans } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/price-rules";
import { getPlanRow, isPlan, priceOnDay } from "@/lib/domain/memberships/plans";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { operation } from "@/lib/kernel/operation";
import { checkRule } from "./check-rule";
import { priceOf } from "./price-rules";

/** The price of an example sale, rule by rule, from the function that prices a sale. */
export const previewPriceRules = operation(contracts.previewPriceRules, async (ctx, { id, rules, sale }) => {
  const { currency } = await getPlanRow(ctx, id);
  await getLocationRow(ctx, sale.location_id);
  rules.forEach(checkRule);
  const [plan] = await ctx.db
    .select({ price_minor: priceOnDay(sale.on) })
    .from(membershipPlans)
    .where(and(eq(membershipPlans.organization_id, ctx.organization_id), isPlan(ctx, id)));
  const list_price_minor = plan?.price_minor ?? 0;
  const facts = { ...sale, day: sale.on };
  let price_minor = list_price_minor;
  const steps = rules.map((rule) => {
    const after = priceOf({ price_minor }, [rule], facts);
    price_minor = after.price_minor;
    return after.reasons.length > 0 ? price_minor : null;
  });
  return { currency, list_price_minor, price_minor, steps };
});
