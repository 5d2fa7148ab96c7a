import { newInvitationToken } from "@/lib/domain/identity";
import type { Ctx } from "@/lib/kernel/operation";

const lifetimeHours = 7 * 24;

export function freshLink(ctx: Ctx<unknown>): { token: string; token_hash: string; expires_at: string } {
  return {
    ...newInvitationToken(ctx.organization_id),
    expires_at: ctx.now.add({ hours: lifetimeHours }).toString(),
  };
}
