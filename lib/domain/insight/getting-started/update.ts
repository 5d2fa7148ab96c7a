import { and, eq, isNull } from "drizzle-orm";
import { organizations } from "@/db/schema";
import * as contracts from "@/lib/contracts/insight/getting-started";
import { operation } from "@/lib/kernel/operation";
import { readFirstSteps } from "./get";

export const updateGettingStarted = operation(contracts.updateGettingStarted, async (ctx, { is_hidden }) => {
  const { db, organization_id, now } = ctx;
  await db
    .update(organizations)
    .set({ first_steps_hidden_at: is_hidden ? now.toString() : null })
    .where(eq(organizations.id, organization_id));
  ctx.audit({ target_type: "organization", target_id: organization_id, after: { first_steps_hidden: is_hidden } });
  return readFirstSteps(ctx);
});

/** Stores the first opening only. */
export const openDesk = operation(contracts.openDesk, async (ctx) => {
  const { db, organization_id, now } = ctx;
  await db
    .update(organizations)
    .set({ desk_opened_at: now.toString() })
    .where(and(eq(organizations.id, organization_id), isNull(organizations.desk_opened_at)));
  ctx.audit({ target_type: "organization", target_id: organization_id });
  return null;
});
