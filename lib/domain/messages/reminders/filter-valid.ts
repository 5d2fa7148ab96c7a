import { sql } from "drizzle-orm";
import { localDay } from "@/lib/domain/memberships/rules";
import { messageDefinitions } from "@/lib/domain/message-definitions";
import type { FilterValid, Message } from "@/lib/domain/messages/notifications";
import { policiesOf } from "@/lib/values/policies";
import { messageKind } from "@/lib/values/schemas/notifications";

/** A message without a fact or day, or written by hand, is always valid. */
const hasNoFacts = ({ kind, about_id, about_on }: Message): boolean =>
  !messageKind.safeParse(kind).success || (about_id === null && about_on === null);

export const filterValid: FilterValid = async ({ db, organization, now }, all) => {
  const organization_id = organization.id;
  const scope = { organization_id, policy: policiesOf(organization) };
  const valid = new Map<string, Record<string, number>>(all.filter(hasNoFacts).map(({ id }) => [id, {}]));
  const to_check = all.filter((message) => !hasNoFacts(message));
  for (const kind of new Set(to_check.map((message) => messageKind.parse(message.kind)))) {
    const { isValid, counts = {} } = messageDefinitions[kind].validity;
    const ids = to_check.filter((message) => message.kind === kind).map(({ id }) => id);
    const numbers = Object.entries(counts).flatMap(([name, count]) => [sql`${name}::text`, count]);
    const { rows } = await db.execute<{ id: string; counts: Record<string, number> }>(sql`
      select msg.id, json_build_object(${sql.join(numbers, sql`, `)}) as counts
      from messages msg
      join members m on m.organization_id = msg.organization_id and m.id = msg.member_id
      join locations home on home.organization_id = m.organization_id and home.id = m.home_location_id
      cross join lateral (select ${localDay("home", now)} as today) d
      where msg.organization_id = ${organization_id} and msg.id = any(${sql.param(ids)}::uuid[])
        and ${isValid(scope)}`);
    for (const row of rows) valid.set(row.id, row.counts);
  }
  return valid;
};
