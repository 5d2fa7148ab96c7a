import { and, eq, sql } from "drizzle-orm";
import { organizations } from "@/db/schema";
import * as contracts from "@/lib/contracts/organization/organizations";
import { changes } from "@/lib/kernel/audit";
import { invalid, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { defaultPolicies } from "@/lib/values/default-policies";
import { type Policies, policiesOf } from "@/lib/values/policies";
import { getOrganizationRow, withPolicies } from "./find";

export const updateOrganization = operation(contracts.updateOrganization, async (ctx, { id, policies, ...changed }) => {
  const before = await getOrganizationRow(ctx, id);
  ctx.expectVersion(before.version);
  const chosen = { ...policiesOf(before), ...policies };
  if (chosen.busy_percent > chosen.full_percent) {
    throw invalid("policies.busy_percent", `Busy must start at or below full: enter at most ${chosen.full_percent} %`);
  }
  const [after] = await ctx.db
    .update(organizations)
    .set({
      ...changed,
      policies: differing(chosen),
      version: sql`${organizations.version} + 1`,
      updated_at: ctx.now.toString(),
    })
    .where(and(eq(organizations.id, ctx.organization_id), eq(organizations.version, before.version)))
    .returning();
  if (!after) throw new Problem("version_conflict");
  ctx.audit({
    target_type: "organization",
    target_id: id,
    ...changes(flat(before), flat(after)),
  });
  return withPolicies(after);
});

const differing = (chosen: Policies) =>
  Object.fromEntries(
    Object.entries(chosen).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaultPolicies[name as keyof Policies]),
    ),
  );

/** One audit field per policy, instead of the whole set. */
const flat = ({ policies, ...row }: typeof organizations.$inferSelect): Record<string, unknown> => ({
  ...row,
  ...policiesOf({ policies }),
});
