import { and, desc, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { memberCards } from "@/db/schema";
import * as contracts from "@/lib/contracts/members/member-cards";
import { cardIssued, cardRevoked } from "@/lib/domain/members/events";
import { getMemberRow, lockMemberRow, refuseArchived } from "@/lib/domain/members/find";
import { userIdOf } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { cardHash, newCardCode } from "./card-code";

export const listCards = operation(contracts.listCards, async (ctx, { id }) => {
  await getMemberRow(ctx, id);
  const data = await ctx.db
    .select()
    .from(memberCards)
    .where(and(eq(memberCards.organization_id, ctx.organization_id), eq(memberCards.member_id, id)))
    .orderBy(desc(memberCards.issued_at), desc(memberCards.id))
    .limit(100);
  return { data };
});

export const issueCard = operation(contracts.issueCard, async (ctx, { id }) => {
  refuseArchived(await lockMemberRow(ctx, id));
  const { organization_id, caller } = ctx;
  const code = newCardCode();
  const card = {
    id: newId(),
    organization_id,
    member_id: id,
    code_hash: cardHash(organization_id, code),
    code_hint: code.slice(-4),
    issued_at: ctx.now.toString({ fractionalSecondDigits: 3 }),
    issued_by: userIdOf(caller),
    revoked_at: null,
    revoked_reason: null,
  };
  await ctx.db.insert(memberCards).values(card);
  ctx.audit({ target_type: "member", target_id: id, after: { card_id: card.id, code_hint: card.code_hint } });
  ctx.emit(cardIssued, { member_id: id, card_id: card.id });
  return { ...card, code };
});

export const revokeCard = operation(contracts.revokeCard, async (ctx, { id, card_id, reason }) => {
  await lockMemberRow(ctx, id);
  const isCard = and(
    eq(memberCards.organization_id, ctx.organization_id),
    eq(memberCards.member_id, id),
    eq(memberCards.id, card_id),
  );
  const [before] = await ctx.db.select().from(memberCards).where(isCard);
  if (!before) throw notFound();
  ctx.audit({
    target_type: "member",
    target_id: id,
    reason: reason ?? null,
    after: { card_id, code_hint: before.code_hint },
  });
  if (before.revoked_at) return before;
  const [after] = await ctx.db
    .update(memberCards)
    .set({ revoked_at: ctx.now.toString(), revoked_reason: reason ?? null })
    .where(isCard)
    .returning();
  ctx.emit(cardRevoked, { member_id: id, card_id });
  return after ?? before;
});
