import { type SQL, sql } from "drizzle-orm";
import { isoInstant } from "@/db/schema";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import type { Channel } from "@/lib/values/delivery";
import { isMinorOn } from "@/lib/values/minor";
import type { Language } from "@/lib/values/notifications";
import { policiesOf } from "@/lib/values/policies";
import { type Block, type Contact, everyChannel, type Preference } from "./contact";

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
  marketing_consent_source: Preference["source"] | null;
  is_archived: boolean;
  location_id: string;
  location_name: string;
  time_zone: string;
};

/**
 * Two round trips for any number of members. Simple queries, because the planner chose slow plans for a single joined one. Omits
 * members of other organizations.
 */
export async function contactsOf(ctx: OrganizationCtx, member_ids: readonly string[]): Promise<Map<string, Contact>> {
  if (member_ids.length === 0) return new Map();
  const ids = listOf(member_ids, "uuid");
  const [rows, choices, device_ids] = await Promise.all([
    readMembers(ctx, ids),
    readChoices(ctx, ids),
    readDevices(ctx, ids),
  ]);
  const addresses = rows.flatMap((row) => [row.email, row.guardian_email, row.phone, row.guardian_phone]);
  const blocks = await readBlocks(ctx, addresses);
  const { adult_age } = policiesOf(ctx.organization);
  const known = { choices, device_ids, blocks, adult_age, now: ctx.now.toString() };
  return new Map(rows.map((row) => [row.member_id, toContact(row, known)]));
}

export const listOf = (values: readonly string[], type: "uuid" | "text"): SQL =>
  sql`${sql.param([...values])}::${sql.raw(type)}[]`;

async function readMembers({ db, organization_id }: OrganizationCtx, ids: SQL): Promise<Row[]> {
  const { rows } = await db.execute<Row>(sql`
    select m.id as member_id, m.member_code, m.first_name, m.last_name, m.email, m.phone, m.birth_on::text,
      m.guardian_name, m.guardian_email, m.guardian_phone, m.preferred_channel, m.language,
      m.marketing_consent_at, m.marketing_consent_source, m.archived_at is not null as is_archived,
      l.id as location_id, l.name as location_name, l.time_zone
    from members m
    join locations l on l.organization_id = m.organization_id and l.id = m.home_location_id
    where m.organization_id = ${organization_id} and m.id = any(${ids})`);
  return rows;
}

async function readChoices({ db, organization_id }: OrganizationCtx, ids: SQL): Promise<Map<string, Preference[]>> {
  const { rows } = await db.execute<Preference & { member_id: string }>(sql`
    select member_id, channel, category, is_allowed, source, changed_at
    from message_preferences
    where organization_id = ${organization_id} and member_id = any(${ids}) and category <> 'transactional'`);
  return grouped(rows, ({ member_id, changed_at, ...choice }) => [
    member_id,
    { ...choice, changed_at: isoInstant(changed_at) },
  ]);
}

async function readDevices({ db, organization_id }: OrganizationCtx, ids: SQL): Promise<Map<string, string[]>> {
  const { rows } = await db.execute<{ member_id: string; id: string }>(sql`
    select member_id, id from devices
    where organization_id = ${organization_id} and member_id = any(${ids}) order by seen_at desc, id`);
  return grouped(rows, ({ member_id, id }) => [member_id, id]);
}

type BlockRow = Block & { channel: Channel; address: string };

export async function readBlocks(
  { db, organization_id }: OrganizationCtx,
  addresses: readonly (string | null)[],
): Promise<Map<string, Block[]>> {
  const used = [...new Set(addresses.filter((address) => address !== null))];
  if (used.length === 0) return new Map();
  const { rows: blocked } = await db.execute<BlockRow>(sql`
    select id, channel, address, reason, detail, blocked_at
    from blocked_addresses
    where organization_id = ${organization_id} and lifted_at is null and channel in ('email', 'sms', 'whatsapp')
      and address = any(${listOf(used, "text")})`);
  return grouped(blocked, ({ channel, address, blocked_at, ...block }) => [
    `${channel} ${address}`,
    { ...block, blocked_at: isoInstant(blocked_at) },
  ]);
}

function grouped<Each, Value>(rows: readonly Each[], entry: (row: Each) => [string, Value]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const [key, value] = entry(row);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

type Known = {
  choices: Map<string, Preference[]>;
  device_ids: Map<string, string[]>;
  blocks: Map<string, Block[]>;
  adult_age: number;
  now: string;
};

function toContact(row: Row, { choices, device_ids, blocks, adult_age, now }: Known): Contact {
  const full_name = `${row.first_name} ${row.last_name}`.trim();
  const is_minor = isMinorOn(row.birth_on, dayAt(now, row.time_zone), adult_age);
  const email = is_minor ? row.guardian_email : row.email;
  const phone = is_minor ? row.guardian_phone : row.phone;
  return {
    addressee: { member_id: row.member_id },
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
    endpoints: everyChannel((channel) => {
      const address = channel === "email" ? email : channel === "push" ? null : phone;
      return {
        address,
        // A minor's own devices must not receive messages for the guardian.
        device_ids: channel === "push" && !is_minor ? (device_ids.get(row.member_id) ?? []) : [],
        block: blocks.get(`${channel} ${address}`)?.[0] ?? null,
      };
    }),
    marketing_consent:
      row.marketing_consent_at === null
        ? null
        : { at: isoInstant(row.marketing_consent_at), source: row.marketing_consent_source },
    choices: choices.get(row.member_id) ?? [],
  };
}
