import * as contracts from "@/lib/contracts/identity/auth";
import * as web from "@/lib/contracts/identity/web-session";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { bindTransaction } from "./bind-transaction";
import { checkCredentials } from "./credentials";
import { findOrganizationByIdOrSlug, type User } from "./people";
import { openApiSession, openFamily } from "./session-family";

export const login = withoutOrganization(
  operation(
    contracts.login,
    async (ctx: Ctx<User>, { organization }) => {
      const user = ctx.prepared;
      await bindTransaction(ctx.db, { organization_id: null, user_id: user.id });
      const answer = await openApiSession(ctx, user, (all) => {
        const chosen = organization === undefined ? all[0] : findOrganizationByIdOrSlug(all, organization);
        if (!chosen && organization !== undefined) throw notFound();
        return chosen ?? null;
      });
      ctx.audit({ target_type: "user", target_id: user.id });
      return answer;
    },
    { prepare: (caller, input) => checkCredentials(caller, input) },
  ),
);

/** Web URLs contain the organization, so a web session is bound to none. */
export const openWebSession = withoutOrganization(
  operation(
    web.openWebSession,
    async (ctx: Ctx<User>) => {
      const { id, session_version } = ctx.prepared;
      const family = await openFamily(ctx, id, "web", null);
      ctx.audit({ target_type: "user", target_id: id });
      return { user_id: id, session_version, family_id: family.id };
    },
    { prepare: (caller, input) => checkCredentials(caller, input) },
  ),
);
