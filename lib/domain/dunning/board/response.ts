import { sql } from "drizzle-orm";
import type { z } from "zod";
import type * as contracts from "@/lib/contracts/dunning/dunning";
import { triesOf } from "@/lib/domain/dunning/schedule";
import { skipSentences } from "@/lib/domain/gateways/attempts";
import { notFound } from "@/lib/kernel/errors";
import { policiesOf } from "@/lib/values/policies";
import { type BoardCtx, casesWith, type StoredCase } from "./select";
import { consequenceDays, consequencesOf, nextOf, saidWords } from "./sentences";
import { timeWords } from "./words";

type Response = z.input<typeof contracts.pauseDunning.output>;

export const wordsOf = ({ organization, now }: Pick<BoardCtx, "organization" | "now">, { time_zone }: StoredCase) =>
  timeWords(organization.locale, time_zone, now.toString());

export function toResponse(ctx: BoardCtx, row: StoredCase): Response {
  const policies = policiesOf(ctx.organization);
  const words = wordsOf(ctx, row);
  const days = consequenceDays(row, policies);
  const { has_membership: _, today, is_live, is_method_refused: _refused, last_decline_code, ...shown } = row;
  const is_open = row.status === "open";
  return {
    ...shown,
    open_minor: Number(row.open_minor),
    tries_in_schedule: triesOf(policies),
    schedule_days: [0, ...policies.dunning_days.toSorted((a, b) => a - b)],
    is_under_way: is_open && (is_live || (row.next_try_at === null && !row.is_in_line)),
    last_decline_code,
    last_decline: last_decline_code && saidWords(last_decline_code),
    ...days,
    next: nextOf(row, policies, words),
    consequences: consequencesOf(days, today, words),
    try_refusal: tryRefusal(row),
  };
}

/** Why staff cannot try it now. */
export function tryRefusal({ status, is_live, is_method_refused, dispute_id }: StoredCase): string | null {
  if (status === "ended") return "It is settled, so there is nothing to try.";
  if (is_live) return "A payment of this invoice is under way. Wait for its answer.";
  if (dispute_id) return skipSentences.dispute_open;
  if (is_method_refused)
    return "The bank asked not to try this card again. Ask for another card, or send a link to pay.";
  return null;
}

/** One case within the caller's reach, also one that has ended. Throws 404. */
export async function findCase(ctx: BoardCtx, id: string): Promise<StoredCase> {
  const { rows } = await ctx.db.execute<StoredCase>(sql`select c.* from ${casesWith(ctx, { id })}`);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}
