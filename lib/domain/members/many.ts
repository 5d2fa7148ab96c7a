import { sql } from "drizzle-orm";
import { members } from "@/db/schema";
import * as contracts from "@/lib/contracts/members/members";
import { type AuditEntry, changes, recordAudit } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { archiveMember } from "./archive";
import { memberUpdated } from "./events";
import { isMember, lockMemberRow, refuseArchived } from "./find";

type Outcome = {
  id: string;
  outcome: "done" | "unchanged" | "refused";
  refusal: { code: string; detail: string } | null;
};

export const archiveMembers = operation(contracts.archiveMembers, async (ctx, { ids }) =>
  forEach(ctx, ids, archiveMember.contract.id, async (one, id) => {
    if ((await lockMemberRow(one, id)).archived_at) return "unchanged";
    await archiveMember.within(one, { id });
    return "done";
  }),
);

const mostTags = 30;

export const tagMembers = operation(contracts.tagMembers, async (ctx, { ids, add, remove }) =>
  forEach(ctx, ids, "members.update", async (one, id) => {
    const before = await lockMemberRow(one, id);
    refuseArchived(before);
    const kept = before.tags.filter((tag) => !remove.includes(tag));
    const tags = [...new Set([...kept, ...add])];
    if (tags.length > mostTags) throw new Problem("invalid_input", `A member has at most ${mostTags} tags.`);
    if (tags.join() === before.tags.join()) return "unchanged";
    const [after] = await one.db
      .update(members)
      .set({ tags, version: sql`${members.version} + 1`, updated_at: one.now.toString() })
      .where(isMember(one.organization_id, id))
      .returning();
    one.audit({ target_type: "member", target_id: id, ...changes(before, after ?? before) });
    one.emit(memberUpdated, { member_id: id });
    return "done";
  }),
);

type Work = (ctx: Ctx, id: string) => Promise<"done" | "unchanged">;

/**
 * Does the work for each member, with an audit entry of its own (A9), and one for the request. A Problem is the outcome of its
 * member: verbs throw before they write. The members are locked in the order of their ids, so that two requests do not wait for
 * each other.
 */
async function forEach(ctx: Ctx, ids: readonly string[], action: string, work: Work): Promise<{ data: Outcome[] }> {
  const found = new Map<string, Outcome>();
  for (const id of [...new Set(ids)].sort()) {
    const entries: AuditEntry[] = [];
    const one: Ctx = Object.create(ctx, { audit: { value: (entry: AuditEntry) => void entries.push(entry) } });
    try {
      found.set(id, { id, outcome: await work(one, id), refusal: null });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      found.set(id, { id, outcome: "refused", refusal: { code: error.code, detail: error.message } });
    }
    for (const entry of entries) await recordAudit(ctx.db, ctx.caller, { action, ...entry });
  }
  const data = ids.flatMap((id) => found.get(id) ?? []);
  const count = (outcome: Outcome["outcome"]) => data.filter((one) => one.outcome === outcome).length;
  ctx.audit({ target_type: "member", target_id: null, after: { done: count("done"), refused: count("refused") } });
  return { data };
}
