import { sql } from "drizzle-orm";
import { isoInstant } from "@/db/schema";
import type { Ctx } from "@/lib/kernel/operation";
import { ageOn, type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import type { Channel } from "@/lib/values/delivery";
import type { Language } from "@/lib/values/notifications";
import { policiesOf } from "@/lib/values/policies";
import { type Block, type Choice, type Contact, everyChannel } from "./contact";

type Scope = Pick<Ctx<unknown>, "db" | "organization_id" | "now">;
type BlockOfAddress = Block & { channel: Channel; address: string };

type Row = {
  member_id: string;
  member_code: string;
  first_name: string;
  last_name: string;
  email: string | null;
  phone: string | null;
  birth_on: CalendarDay | null;
  guardian_name: string | null;
  guardian_email: string | null;
  guardian_phone: string | null;
  preferred_channel: Channel | null;
  language: Language | null;
  marketing_consent_at: string | null;
  marketing_consent_source: Choice["source"] | null;
  is_archived: boolean;
  location_id: string;
  location_name: string;
  time_zone: string;
  policies: Record<string, unknown>;
  choices: Choice[] | null;
  device_ids: string[] | null;
  blocks: BlockOfAddress[] | null;
};

/** One round trip for any number of members. Whoever is not of this organization is not in the answer. */
export async function contactsOf({ db, organization_id, now }: Scope, member_ids: readonly string[]) {
  if (member_ids.length === 0) return new Map<string, Contact>();
  const ids = sql`${`{${member_ids.join(",")}}`}::uuid[]`;
  const { rows } = await db.execute<Row>(sql`
    with choices as (
      select member_id, json_agg(json_build_object('channel', channel, 'category', category, 'is_allowed', is_allowed,
        'source', source, 'changed_at', changed_at)) as list
      from message_preferences where organization_id = ${organization_id} and member_id = any(${ids})
        and category <> 'transactional' group by member_id),
    held as (
      select member_id, json_agg(id order by seen_at desc, id) as list
      from devices where organization_id = ${organization_id} and member_id = any(${ids}) group by member_id)
    select m.id as member_id, m.member_code, m.first_name, m.last_name, m.email, m.phone, m.birth_on::text,
      m.guardian_name, m.guardian_email, m.guardian_phone, m.preferred_channel, m.language,
      m.marketing_consent_at, m.marketing_consent_source, m.archived_at is not null as is_archived,
      l.id as location_id, l.name as location_name, l.time_zone, o.policies, choices.list as choices, held.list as device_ids,
      (select json_agg(json_build_object('id', b.id, 'channel', b.channel, 'address', b.address, 'reason', b.reason,
          'detail', b.detail, 'blocked_at', b.blocked_at))
        from blocked_addresses b where b.organization_id = ${organization_id} and b.lifted_at is null
          and (b.channel, b.address) in (('email', m.email), ('email', m.guardian_email), ('sms', m.phone),
            ('sms', m.guardian_phone), ('whatsapp', m.phone), ('whatsapp', m.guardian_phone))) as blocks
    from members m
    join locations l on l.organization_id = m.organization_id and l.id = m.home_location_id
    join organizations o on o.id = m.organization_id
    left join choices on choices.member_id = m.id
    left join held on held.member_id = m.id
    where m.organization_id = ${organization_id} and m.id = any(${ids})`);
  return new Map(rows.map((row) => [row.member_id, toContact(row, now.toString())]));
}

function toContact(row: Row, now: string): Contact {
  const full_name = `${row.first_name} ${row.last_name}`.trim();
  const is_minor = row.birth_on !== null && ageOn(row.birth_on, dayAt(now, row.time_zone)) < policiesOf(row).adult_age;
  const email = is_minor ? row.guardian_email : row.email;
  const phone = is_minor ? row.guardian_phone : row.phone;
  return {
    member_id: row.member_id,
    member_code: row.member_code,
    first_name: row.first_name,
    full_name,
    location_id: row.location_id,
    location_name: row.location_name,
    time_zone: row.time_zone,
    language: row.language,
    preferred_channel: row.preferred_channel,
    is_archived: row.is_archived,
    is_minor,
    to_name: is_minor ? (row.guardian_name ?? full_name) : full_name,
    reach: everyChannel((channel) => {
      const address = channel === "email" ? email : channel === "push" ? null : phone;
      return {
        address,
        // The child's own telephone would show what is for the guardian.
        device_ids: channel === "push" && !is_minor ? (row.device_ids ?? []) : [],
        block: blockOf(row.blocks ?? [], channel, address),
      };
    }),
    marketing_consent:
      row.marketing_consent_at === null
        ? null
        : { at: isoInstant(row.marketing_consent_at), source: row.marketing_consent_source },
    choices: (row.choices ?? []).map((choice) => ({ ...choice, changed_at: isoInstant(choice.changed_at) })),
  };
}

function blockOf(blocks: readonly BlockOfAddress[], channel: Channel, address: string | null): Block | null {
  const found = blocks.find((block) => block.channel === channel && block.address === address);
  if (!found) return null;
  const { id, reason, detail, blocked_at } = found;
  return { id, reason, detail, blocked_at: isoInstant(blocked_at) };
}
