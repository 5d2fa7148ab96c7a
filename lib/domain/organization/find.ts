import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { policiesOf } from "@/lib/values/policies";

export type Organization = typeof organizations.$inferSelect;

/** The current organization. Throws 404 for any other id. */
export async function getOrganizationRow(ctx: Ctx<unknown>, id: string): Promise<Organization> {
  if (id !== ctx.organization_id) throw notFound();
  const [row] = await ctx.db.select().from(organizations).where(eq(organizations.id, ctx.organization_id));
  if (!row) throw notFound();
  return row;
}

export const withPolicies = (row: Organization) => ({ ...row, policies: policiesOf(row) });
