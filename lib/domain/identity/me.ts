import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import * as contracts from "@/lib/contracts/identity/auth";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { bindTransaction } from "./bind-transaction";
import { organizationsOf, personOf } from "./people";

export const me = operation(contracts.me, async ({ db, caller, now }) => {
  if (caller.actor.type !== "user") throw new Problem("unauthenticated");
  const user_id = caller.actor.id;
  await bindTransaction(db, { organization_id: null, user_id });
  const organizations = await organizationsOf(db, user_id, now);
  const [user] = await db.select().from(users).where(eq(users.id, user_id));
  if (!user) throw new Problem("unauthenticated");
  return {
    user: { ...personOf(user), email_verified: user.email_verified_at !== null },
    organization: organizations.find(({ id }) => id === caller.organization?.id) ?? null,
    organizations,
    roles: [...caller.roles],
    permissions: [...caller.permissions].sort(),
    location_ids: [...(caller.location_ids ?? [])],
  };
});
