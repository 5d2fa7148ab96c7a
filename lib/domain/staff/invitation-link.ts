import { hashSecret, newSecret } from "@/lib/kernel/keys";
import type { Ctx } from "@/lib/kernel/operation";

const lifetimeHours = 7 * 24;

/** The organization stands in the token, so that accepting finds the tenant before anyone is signed in. */
export function freshLink(ctx: Ctx<unknown>): { token: string; token_hash: string; expires_at: string } {
  const secret = newSecret();
  return {
    token: `${ctx.organization_id}.${secret}`,
    token_hash: hashSecret(secret),
    expires_at: ctx.now.add({ hours: lifetimeHours }).toString(),
  };
}
