import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { member } from "@/lib/contracts/members/member-fields";
import { mayAccessLocation } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { policiesOf } from "@/lib/values/policies";
import { describeStatus } from "./describe-status";
import type { Member } from "./find";
import { healthFlagOn } from "./medical/health-flag";
import type { StatusMembership } from "./member-status";
import { photoUrl } from "./photos/photo-url";
import { iso, membershipsJson } from "./rows";
import { daysTable, memberTables } from "./search/filters";

type Raw = Member & {
  today: string;
  memberships: StatusMembership[];
  last_visit_at: string | null;
  visits: number;
  screened_on: string | null;
  needs_clearance: boolean | null;
  cleared_on: string | null;
  in_location_id: string | null;
  in_since: string | null;
};

/** The member as the API returns it, in one statement. Throws 404 like getMemberRow(). */
export async function readMember(ctx: Ctx<unknown>, id: string): Promise<z.input<typeof member>> {
  const { organization_id, caller, now } = ctx;
  const { rows } = await ctx.db.execute<Raw>(sql`
    with ${daysTable(ctx)}
    select m.*, m.joined_on::text, m.birth_on::text, d.today::text, a.last_visit_at, a.visits,
      ${membershipsJson(organization_id)} as memberships,
      h.screened_on::text, h.needs_clearance, h.cleared_on::text, v.location_id as in_location_id, v.check_in_at as in_since
    from ${memberTables}
    left join member_medical h on h.organization_id = m.organization_id and h.member_id = m.id
    left join check_ins v on v.organization_id = m.organization_id and v.member_id = m.id
      and v.check_out_at is null and v.undone_at is null and v.auto_check_out_at > ${now.toString()}::timestamptz
    where m.organization_id = ${organization_id} and m.id = ${id}`);
  const raw = rows[0];
  if (!raw || !mayAccessLocation(caller, raw.home_location_id)) throw notFound();
  const { screened_on, cleared_on, needs_clearance, in_location_id, in_since } = raw;
  const sees_flag = caller.permissions.has("members.health_flag.read");
  return {
    ...raw,
    ...describeStatus(raw.memberships, raw.today, policiesOf(ctx.organization)),
    ...instants(raw),
    photo_url: photoUrl(raw, ctx.organization),
    ...(sees_flag && {
      health_flag: healthFlagOn({ screened_on, cleared_on, needs_clearance: needs_clearance ?? false }, raw.today),
    }),
    has_login: raw.user_id !== null,
    in_gym: in_location_id && in_since ? { location_id: in_location_id, since: iso(in_since) ?? "" } : null,
  };
}

const instants = (raw: Raw) => ({
  last_visit_at: iso(raw.last_visit_at),
  banned_at: iso(raw.banned_at),
  archived_at: iso(raw.archived_at),
  marketing_consent_at: iso(raw.marketing_consent_at),
  waiver_signed_at: iso(raw.waiver_signed_at),
  guardian_signed_at: iso(raw.guardian_signed_at),
  created_at: iso(raw.created_at) ?? "",
  updated_at: iso(raw.updated_at) ?? "",
});
