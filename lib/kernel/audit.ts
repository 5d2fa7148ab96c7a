import { auditEntries, identityEvents } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import type { Caller } from "./caller";

export type AuditEntry = {
  target_type: string;
  target_id: string | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  reason?: string | null;
};

export type RecordedAction = AuditEntry & { action: string };

/** Inserts the audit row in the transaction of the write. Actions outside any organization go to identity_events. */
export async function recordAudit(db: Database, caller: Caller, entry: RecordedAction): Promise<void> {
  const { actor, organization } = caller;
  if (!organization) {
    await db.insert(identityEvents).values({
      at: caller.clock.now().toString(),
      user_id: actor.type === "user" ? actor.id : entry.target_id,
      action: entry.action,
      ip: caller.ip,
      user_agent: caller.user_agent,
      details: { ...entry.after, ...(entry.reason ? { reason: entry.reason } : {}) },
    });
    return;
  }
  await db.insert(auditEntries).values({
    organization_id: organization.id,
    at: caller.clock.now().toString(),
    actor_type: actor.type === "user" ? "user" : "system",
    actor_id: actor.type === "user" ? actor.id : null,
    actor_name: actor.type === "anonymous" ? "Visitor" : actor.name,
    action: entry.action,
    target_type: entry.target_type,
    target_id: entry.target_id,
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason ?? caller.reason,
    ip: caller.ip,
    request_id: caller.request_id,
  });
}

/** The fields that differ, with the old and the new value. */
export function changes<T extends Record<string, unknown>>(before: T, after: T): Pick<AuditEntry, "before" | "after"> {
  const ignored = new Set(["updated_at", "version", "search_text", "sort_name"]);
  const names = Object.keys(after).filter(
    (name) => !ignored.has(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const pick = (row: T) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}
