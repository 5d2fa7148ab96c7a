import { type SQL, sql } from "drizzle-orm";
import { statusOfMember } from "@/lib/domain/members";
import { endsByTerm, isFrozenOn, isRenewed, lastDayOf, lastsTo } from "@/lib/domain/memberships/rules";
import type { ValidityCondition } from "@/lib/domain/message-definition";
import type { MessageKind } from "@/lib/values/notifications";
import { currentStatuses } from "@/lib/values/statuses";

const today = sql`d.today`;
const is_member = sql`m.archived_at is null and m.banned_at is null`;

/** Over the message's membership `ms` and its plan `p`. */
const ofMembership = (condition: SQL): SQL => sql`exists (
  select 1 from memberships ms
  join membership_plans p on p.organization_id = ms.organization_id and p.id = ms.plan_id
  where ms.organization_id = msg.organization_id and ms.id = msg.about_id and ${condition})`;

const is_current = lastsTo("ms", today);

/** P13: the condition under which a waiting message of each kind is still sent. */
export const validityConditions = {
  welcome: { isValid: () => ofMembership(is_current) },
  membership_expiring: {
    isValid: () =>
      sql`${is_member} and msg.about_on >= ${today} and ${ofMembership(
        sql`ms.ends_on = msg.about_on and ${endsByTerm("ms", "p", sql`ms.ends_on`)} and not ${isRenewed("ms")}`,
      )}`,
    counts: { days_left: sql`msg.about_on - ${today}` },
  },
  membership_expired: {
    isValid: () =>
      sql`${is_member} and msg.about_on < ${today} and ${ofMembership(
        sql`ms.ends_on = msg.about_on and ${endsByTerm("ms", "p", sql`ms.ends_on + 1`)} and not ${isRenewed("ms")}`,
      )}`,
  },
  freeze_ended: {
    isValid: () => sql`${is_member} and exists (
      select 1 from membership_freezes ended
      join memberships ms on ms.organization_id = ended.organization_id and ms.id = ended.membership_id
      where ended.organization_id = msg.organization_id and ended.id = msg.about_id and ended.to_on = msg.about_on
        and ended.to_on < ${today} and ${is_current} and not ${isFrozenOn("ms", today)})`,
  },
  cancellation_confirmed: {
    isValid: () => ofMembership(sql`ms.cancelled_on is not null and ${lastDayOf("ms")} = msg.about_on`),
  },
  birthday: { isValid: () => sql`${is_member} and msg.about_on = ${today}` },
  re_engagement: {
    isValid: (scope) => sql`${is_member} and exists (
      select 1 from member_activity a where a.organization_id = msg.organization_id and a.member_id = msg.member_id
        and (a.last_visit_at at time zone home.time_zone)::date = msg.about_on)
      and ${statusOfMember(scope)} = any(${sql.param(currentStatuses)}::text[])`,
    counts: { days_away: sql`${today} - msg.about_on` },
  },
} satisfies Partial<Record<MessageKind, ValidityCondition>>;
