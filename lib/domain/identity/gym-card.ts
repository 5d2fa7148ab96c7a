import { and, eq, isNull } from "drizzle-orm";
import { organizations } from "@/db/schema";
import * as contracts from "@/lib/contracts/identity/web-session";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";

export const readGymCard = operation(contracts.readGymCard, async ({ db }, { slug }) => {
  const [row] = await db
    .select()
    .from(organizations)
    .where(and(eq(organizations.slug, slug), isNull(organizations.suspended_at)));
  if (!row) throw notFound();
  return row;
});
