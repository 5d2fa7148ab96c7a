import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/members/members";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { currentStatuses, type MemberStatus } from "@/lib/values/statuses";
import { changeMember, unchanged } from "./change";
import { memberArchived, memberRestored } from "./events";
import { lockMemberRow } from "./find";
import { readMember } from "./read";

const running = new Set<MemberStatus>([...currentStatuses, "frozen"]);

export const archiveMember = operation(contracts.archiveMember, async (ctx, { id }) => {
  const before = await lockMemberRow(ctx, id);
  if (before.archived_at) return unchanged(ctx, before);
  const { status, plan_names, next } = await readMember(ctx, id);
  if (running.has(status) || next?.kind === "starts") {
    throw new Problem(
      "in_use",
      `${plan_names.join(" and ")} still runs. Cancel the membership, then archive the member.`,
    );
  }
  const { rows: paid } = await ctx.db.execute(sql`
    select from memberships where organization_id = ${ctx.organization_id} and payer_member_id = ${id}
      and (next_bill_on is not null or fee_due_on is not null) limit 1`);
  if (paid.length > 0) {
    throw new Problem("in_use", "This member pays for the memberships of others. Choose another payer for them first.");
  }
  return changeMember(ctx, before, { archived_at: ctx.now.toString() }, memberArchived);
});

export const restoreMember = operation(contracts.restoreMember, async (ctx, { id }) => {
  const before = await lockMemberRow(ctx, id);
  if (!before.archived_at) return unchanged(ctx, before);
  return changeMember(ctx, before, { archived_at: null }, memberRestored);
});
