import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { type Policies, policiesOf } from "@/lib/values/policies";

export async function readPolicies({
  db,
  organization_id,
}: Pick<Ctx<unknown>, "db" | "organization_id">): Promise<Policies> {
  const [row] = await db
    .select({ policies: organizations.policies })
    .from(organizations)
    .where(eq(organizations.id, organization_id));
  if (!row) throw notFound();
  return policiesOf(row);
}
