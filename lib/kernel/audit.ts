import { newId } from "@/db/id";
import { identityEvents } from "@/db/schema";
import { clientOf, type Database } from "@/db/tenancy";
import { instantText } from "@/lib/values/instant";
import type { Caller } from "./caller";
import { userIdOf } from "./caller";

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
  if (organization) return void (await clientOf(db).query(auditSql, auditValues(caller, organization.id, entry)));
  await db.insert(identityEvents).values({
    at: caller.clock.now().toString(),
    user_id: actor.type === "user" ? actor.id : entry.target_id,
    action: entry.action,
    ip: caller.ip,
    user_agent: caller.user_agent,
    details: { ...entry.after, ...(entry.reason ? { reason: entry.reason } : {}) },
  });
}

/** Takes the values of `auditValues` as $1 to $14. Not through drizzle: every write sends it. */
export const auditSql = `insert into audit_entries (id, organization_id, at, actor_type, actor_id, actor_name, action, target_type,
    target_id, before, after, reason, ip, request_id)
  values ($1::uuid, $2::uuid, $3::timestamptz, $4::text, $5::uuid, $6::text, $7::text, $8::text,
    $9::uuid, $10::jsonb, $11::jsonb, $12::text, $13::text, $14::text)`;

export function auditValues(caller: Caller, organization_id: string, entry: RecordedAction): unknown[] {
  const { actor } = caller;
  return [
    newId(),
    organization_id,
    instantText(caller.clock.now().epochMilliseconds),
    actor.type === "user" ? "user" : "system",
    userIdOf({ actor }),
    actor.type === "anonymous" ? "Visitor" : actor.name,
    entry.action,
    entry.target_type,
    entry.target_id,
    jsonOf(entry.before),
    jsonOf(entry.after),
    entry.reason ?? caller.reason,
    caller.ip,
    caller.request_id,
  ];
}

const jsonOf = (value: Record<string, unknown> | null | undefined): string | null =>
  value ? JSON.stringify(value) : null;

/** The fields that differ, with the old and the new value. */
export function changes<T extends Record<string, unknown>>(before: T, after: T): Pick<AuditEntry, "before" | "after"> {
  const ignored = new Set(["updated_at", "version", "search_text", "sort_name"]);
  const names = Object.keys(after).filter(
    (name) => !ignored.has(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const pick = (row: T) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}
