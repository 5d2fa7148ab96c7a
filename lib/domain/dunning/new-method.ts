import { operation } from "@/lib/kernel/operation";
import { addStep, changeCase, invoicesInDunning, lockCases } from "./cases";
import * as contracts from "./job-contracts";
import { nextTryTime } from "./schedule";
import { inLine, standingOf, waiting } from "./standing";

/**
 * K4: the payer gave a new method. The oldest unpaid invoice is tried at once and the others one after the other, or all wait for
 * their next try, as the rules say. What is paused or under way stays so.
 */
export const turnToNewMethod = operation(contracts.turnToNewMethod, async (ctx, { member_id, company_id }) => {
  const payer = { payer_member_id: member_id, payer_company_id: company_id };
  const ids = await invoicesInDunning(ctx, payer);
  const locked = await lockCases(ctx, ids);
  const oldest_first = ids.flatMap((id) => locked.find(({ invoice }) => invoice.id === id) ?? []);
  let is_first = true;
  for (const { row, place } of oldest_first) {
    const is_under_way = row.status === "open" && row.next_try_at === null && row.in_line_since === null;
    if (is_under_way) continue;
    const facts = { ...row, is_method_refused: false };
    if (row.status === "paused") {
      await changeCase(ctx, row.id, { is_method_refused: false });
      continue;
    }
    const next = standingOf(facts, ctx.now, place);
    const later = next.next_try_at ? next : waiting(nextTryTime(ctx.now, place), "new_method");
    const at_once = is_first ? waiting(ctx.now, "new_method") : inLine(ctx.now);
    const standing = place.policies.dunning_new_method === "at_once" ? at_once : later;
    await changeCase(ctx, row.id, { is_method_refused: false, ...standing });
    await addStep(ctx, { case_id: row.id, kind: "new_method", next_try_at: standing.next_try_at });
    is_first = false;
  }
  if (!is_first)
    ctx.audit({ target_type: "dunning_case", target_id: null, after: { new_method: oldest_first.length } });
  return { cases: is_first ? 0 : oldest_first.length };
});
