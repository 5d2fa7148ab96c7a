import { and, eq, inArray, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/price-increases";
import { checkReach, getPlanRow } from "@/lib/domain/memberships/plans";
import { operation, type TenantCtx } from "@/lib/kernel/operation";
import { checkIncrease } from "./check-increase";
import { effectOf } from "./increase-effect";
import { runningOn } from "./increased-memberships";

const SHOWN = 100;

type Payer = {
  membership_id: string;
  member_id: string;
  price_minor: number;
  new_price_minor: number;
  first_bill_on: string;
  more_per_month_minor: number;
};

const byMore = (a: Payer, b: Payer) => b.more_per_month_minor - a.more_per_month_minor;

export const previewPriceIncrease = operation(contracts.previewPriceIncrease, async (ctx, { id, ...wanted }) => {
  const plan = await getPlanRow(ctx, id);
  checkReach(ctx, plan.location_ids);
  const { today, increase } = await checkIncrease(ctx, plan, wanted);
  const counts = { raised: 0, kept: 0, ending: 0 };
  let more_per_month_minor = 0;
  let payers: Payer[] = [];
  for await (const batch of runningOn(ctx, id, today, { is_read: true })) {
    for (const { row, state } of batch) {
      const effect = effectOf(state, increase);
      counts[effect.outcome] += 1;
      if (effect.outcome !== "raised") continue;
      more_per_month_minor += effect.more_per_month_minor;
      const { price_minor, first_bill_on } = effect;
      payers.push({
        ...{ membership_id: row.id, member_id: row.member_id, price_minor, first_bill_on },
        ...{ new_price_minor: increase.price_minor, more_per_month_minor: effect.more_per_month_minor },
      });
    }
    payers = payers.toSorted(byMore).slice(0, SHOWN);
  }
  const names = await namesOf(
    ctx,
    payers.map(({ member_id }) => member_id),
  );
  return {
    ...counts,
    ...{ currency: plan.currency, price_minor: plan.price_minor, more_per_month_minor },
    ...{ new_price_minor: increase.price_minor, effective_on: increase.effective_on },
    payers: payers.map((payer) => ({ ...payer, member_name: names.get(payer.member_id) ?? "" })),
  };
});

async function namesOf({ db, organization_id }: TenantCtx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: members.id, name: sql<string>`trim(${members.first_name} || ' ' || ${members.last_name})` })
    .from(members)
    .where(and(eq(members.organization_id, organization_id), inArray(members.id, ids)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
