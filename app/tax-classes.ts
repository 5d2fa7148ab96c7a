import { listLegalEntities, listTaxRates } from "@/lib/domain/billing/entities";
import { listPlans } from "@/lib/domain/memberships/plans";
import { mayUse } from "@/lib/kernel/operation";
import type { pageCaller } from "./page-caller";

/** The tax classes that staff may choose: the usual one, those of plans, and those that have rates, where rates may be seen. */
export async function taxClassesFor(caller: Awaited<ReturnType<typeof pageCaller>>): Promise<string[]> {
  const { data: plans } = await listPlans(caller, {});
  const used = ["membership", ...plans.map(({ tax_class }) => tax_class)];
  if (!mayUse(caller, listTaxRates.contract)) return [...new Set(used)];
  const { data: entities } = await listLegalEntities(caller, {});
  const rates = await Promise.all(entities.map(({ id }) => listTaxRates(caller, { id })));
  return [...new Set([...used, ...rates.flatMap(({ data }) => data.map(({ tax_class }) => tax_class))])];
}
