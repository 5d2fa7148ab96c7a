import { outboxMails } from "@/db/schema";
import { env } from "@/lib/kernel/env";
import type { Ctx } from "@/lib/kernel/operation";
import type { StaffRole } from "@/lib/values/permissions";

type Letter = { email: string; role: StaffRole; token: string };

/** In the invitation's own transaction: an invitation that was rolled back sends nothing. */
export async function mailInvitation(ctx: Ctx<unknown>, { email, token }: Letter): Promise<void> {
  const { name } = ctx.organization;
  const inviter = ctx.caller.actor.type === "user" ? ctx.caller.actor.name : name;
  const link = `${env().PUBLIC_URL}/invitations/${encodeURIComponent(token)}`;
  await ctx.db.insert(outboxMails).values({
    to_email: email,
    subject: `${inviter} invites you to the team of ${name}`,
    text_body: `${inviter} invites you to the team of ${name} on FitFlow Pro.\n\nAccept the invitation within 7 days:\n${link}\n\nIf you do not know ${name}, do nothing: without your click nothing happens.`,
    created_at: ctx.now.toString(),
  });
}
