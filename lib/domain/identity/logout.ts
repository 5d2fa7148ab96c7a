import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import * as contracts from "@/lib/contracts/identity/auth";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { revokeFamiliesOf, revokeFamily } from "./session-family";

export const logout = withoutOrganization(
  operation(contracts.logout, async (ctx) => {
    const { user_id, family_id } = sessionOf(ctx);
    await revokeFamily(ctx.db, family_id, ctx.now, "signed out");
    ctx.audit({ target_type: "user", target_id: user_id });
    return null;
  }),
);

export const logoutAll = withoutOrganization(
  operation(contracts.logoutAll, async (ctx) => {
    const { user_id } = sessionOf(ctx);
    await ctx.db
      .update(users)
      .set({ session_version: sql`${users.session_version} + 1` })
      .where(eq(users.id, user_id));
    await revokeFamiliesOf(ctx.db, user_id, ctx.now, "signed out everywhere");
    ctx.audit({ target_type: "user", target_id: user_id });
    return null;
  }),
);

function sessionOf({ caller }: Ctx): { user_id: string; family_id: string } {
  if (caller.actor.type !== "user" || !caller.session) throw new Problem("unauthenticated");
  return { user_id: caller.actor.id, family_id: caller.session.family_id };
}
