import { newId } from "@/db/id";
import { deniedEntries } from "@/db/schema";
import { userIdOf } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { DeniedDecision } from "./apply-override";
import type { EntryContext } from "./entry-context";
import { visitorOf } from "./scans";

/** I6: records the denied entry with its reason, and throws the problem. */
export async function refuseEntry(
  ctx: Ctx,
  { facts, person, organization }: EntryContext,
  refused: DeniedDecision,
): Promise<never> {
  const { reason, title, tell_member, tell_staff, is_overridable } = refused;
  const { actor } = ctx.caller;
  const id = newId();
  await ctx.db.insert(deniedEntries).values({
    id,
    organization_id: ctx.organization_id,
    location_id: facts.location.id,
    member_id: person?.id ?? null,
    denied_at: facts.now,
    reason,
    method: facts.credential.kind,
    scanned_by: userIdOf({ actor }),
  });
  ctx.audit({
    target_type: "denied_entry",
    target_id: id,
    after: { reason, member_id: person?.id ?? null, location_id: facts.location.id },
  });
  ctx.signal({ topic: "visits", location_id: facts.location.id, id });
  throw new Problem(reason === "overdue" ? "payment_required" : "entry_denied", `${title}. ${tell_staff}`, {
    commits: true,
    extensions: {
      decision: {
        title,
        tell_member,
        tell_staff,
        reason,
        is_overridable,
        member: person && visitorOf(person, organization),
        plan_name: facts.memberships.find(({ id: one }) => one === refused.membership_id)?.plan_name ?? null,
        denied_entry_id: id,
        location_id: facts.location.id,
      },
    },
  });
}
