import { and, eq, gte, like, lt, not } from "drizzle-orm";
import { auditEntries } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/audit";
import { toPage } from "@/lib/kernel/cursor";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation } from "@/lib/kernel/operation";
import { withinAuditReach } from "./reach";
import { targetName } from "./target-name";

export const listAudit = operation(contracts.listAudit, async ({ db, caller, organization_id }, input) => {
  const { order, after } = newestFirst(auditEntries.at, auditEntries.id, input.cursor);
  const { action, without, actor_id, target_type, target_id, from, to } = input;
  const rows = await db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      actor_type: auditEntries.actor_type,
      actor_id: auditEntries.actor_id,
      actor_name: auditEntries.actor_name,
      action: auditEntries.action,
      target_type: auditEntries.target_type,
      target_id: auditEntries.target_id,
      target_name: targetName,
      before: auditEntries.before,
      after: auditEntries.after,
      reason: auditEntries.reason,
      ip: auditEntries.ip,
      request_id: auditEntries.request_id,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.organization_id, organization_id),
        withinAuditReach(caller),
        action ? isAction(action) : undefined,
        ...(without ?? []).map((resource) => not(isAction(resource))),
        actor_id ? eq(auditEntries.actor_id, actor_id) : undefined,
        target_type ? eq(auditEntries.target_type, target_type) : undefined,
        target_id ? eq(auditEntries.target_id, target_id) : undefined,
        from ? gte(auditEntries.at, from) : undefined,
        to ? lt(auditEntries.at, to) : undefined,
        after,
      ),
    )
    .orderBy(...order)
    .limit(input.limit + 1);
  return toPage(rows, input.limit, (row) => [row.at, row.id]);
});

const isAction = (action: string) =>
  action.includes(".")
    ? eq(auditEntries.action, action)
    : like(auditEntries.action, `${action.replaceAll("_", "\\_")}.%`);
