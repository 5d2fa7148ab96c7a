import { type SQL, sql } from "drizzle-orm";
import { importsWithinReach } from "@/lib/domain/imports";
import { plansWithinReach } from "@/lib/domain/memberships/plans";
import { bulkWithinReach } from "@/lib/domain/messages/bulk";
import { invitationsWithinReach, staffWithinReach } from "@/lib/domain/team";
import type { Caller } from "@/lib/kernel/caller";

type Reach = NonNullable<Caller["location_ids"]>;
type Target = { table: string; within: (reach: Reach) => SQL | undefined };

const at = (column: string) => (reach: Reach) => sql`${sql.raw(column)} = any(${sql.param([...reach])}::uuid[])`;

const ofMember = (table: string) => (reach: Reach) =>
  sql`exists (select from members
  where members.organization_id = ${sql.raw(table)}.organization_id and members.id = ${sql.raw(table)}.member_id
    and ${at("members.home_location_id")(reach)})`;

/** The table of each kind of target that lies at locations, and which of its rows lie within reach. */
const targets: Record<string, Target> = {
  member: { table: "members", within: at("members.home_location_id") },
  membership: { table: "memberships", within: at("memberships.location_id") },
  check_in: { table: "check_ins", within: at("check_ins.location_id") },
  denied_entry: { table: "denied_entries", within: at("denied_entries.location_id") },
  location: { table: "locations", within: at("locations.id") },
  schedule_run: { table: "schedule_runs", within: at("schedule_runs.location_id") },
  message: { table: "messages", within: ofMember("messages") },
  device: { table: "devices", within: ofMember("devices") },
  membership_plan: { table: "membership_plans", within: plansWithinReach },
  staff: { table: "staff", within: staffWithinReach },
  invitation: { table: "invitations", within: invitationsWithinReach },
  bulk_message: { table: "bulk_messages", within: bulkWithinReach },
  import: { table: "imports", within: importsWithinReach },
};

/** A3, A12: what happened to something beyond the caller's locations, or to the whole organization, stays out of the log. */
export function withinAuditReach({ location_ids }: Pick<Caller, "location_ids">): SQL | undefined {
  if (location_ids === null) return undefined;
  const cases = Object.entries(targets).map(([target_type, { table, within }]) => {
    const row = sql.raw(table);
    return sql`when ${sql.raw(`'${target_type}'`)} then exists (select from ${row}
      where ${row}.organization_id = audit_entries.organization_id and ${row}.id = audit_entries.target_id
        and ${within(location_ids)})`;
  });
  return sql`case audit_entries.target_type ${sql.join(cases, sql` `)} else false end`;
}
