import { sql } from "drizzle-orm";
import { localDay } from "@/lib/domain/memberships/rules";
import type { ValidityCondition } from "@/lib/domain/message-definition";
import { messageDefinitions } from "@/lib/domain/message-definitions";
import type { FilterValid, Message } from "@/lib/domain/messages/notifications";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import type { Variables } from "@/lib/values/message-variables";
import { policiesOf } from "@/lib/values/policies";
import { messageKind } from "@/lib/values/schemas/notifications";

/** A message without a fact or day, or written by hand, is always valid. */
const hasNoFacts = ({ kind, about_id, about_on }: Message): boolean =>
  !messageKind.safeParse(kind).success || (about_id === null && about_on === null);

export const filterValid: FilterValid = async (ctx, all) => {
  const valid = new Map<string, Variables>(all.filter(hasNoFacts).map(({ id }) => [id, {}]));
  const to_check = all.filter((message) => !hasNoFacts(message));
  for (const kind of new Set(to_check.map((message) => messageKind.parse(message.kind)))) {
    const { validity } = messageDefinitions[kind];
    const ofKind = to_check.filter((message) => message.kind === kind);
    const found = await ("current" in validity ? validity.current(ctx, ofKind) : matching(ctx, ofKind, validity));
    for (const [id, variables] of found) valid.set(id, variables);
  }
  return valid;
};

async function matching(
  { db, organization, now }: OrganizationCtx,
  all: readonly Message[],
  { isValid, counts = {} }: ValidityCondition,
): Promise<ReadonlyMap<string, Variables>> {
  const organization_id = organization.id;
  const numbers = Object.entries(counts).flatMap(([name, count]) => [sql`${name}::text`, count]);
  const { rows } = await db.execute<{ id: string; counts: Record<string, number> }>(sql`
    select msg.id, json_build_object(${sql.join(numbers, sql`, `)}) as counts
    from messages msg
    left join members m on m.organization_id = msg.organization_id and m.id = msg.member_id
    join locations home on home.organization_id = msg.organization_id
      and home.id = coalesce(m.home_location_id, msg.location_id)
    cross join lateral (select ${localDay("home", now)} as today) d
    where msg.organization_id = ${organization_id} and msg.id = any(${sql.param(all.map(({ id }) => id))}::uuid[])
      and ${isValid({ organization_id, policy: policiesOf(organization) })}`);
  return new Map(rows.map(({ id, counts }) => [id, counts]));
}
