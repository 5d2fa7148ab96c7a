import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import * as contracts from "@/lib/contracts/identity/auth";
import { notFound, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { findOrganizationByIdOrSlug } from "./people";
import { openApiSession } from "./session-family";

export const switchOrganization = withoutOrganization(
  operation(contracts.switchOrganization, async (ctx, { organization }) => {
    const { actor } = ctx.caller;
    const [user] = actor.type === "user" ? await ctx.db.select().from(users).where(eq(users.id, actor.id)) : [];
    if (!user) throw new Problem("unauthenticated");
    const answer = await openApiSession(ctx, user, (all) => {
      const chosen = findOrganizationByIdOrSlug(all, organization);
      if (!chosen) throw notFound();
      return chosen;
    });
    ctx.audit({ target_type: "user", target_id: user.id, after: { organization_id: answer.user.organization?.id } });
    return answer;
  }),
);
