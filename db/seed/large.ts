import type { Client } from "pg";
import { locations, members, membershipPlans, organizations } from "@/db/schema";
import { bindTenant } from "@/db/tenancy";
import { type Draft, issueDocuments } from "@/lib/domain/billing/documents";
import { searchColumns } from "@/lib/domain/members/search/search-columns";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { alwaysOpen } from "@/lib/values/opening-hours";
import { withConnection } from "@/scripts/database/connect";
import { contextsOf } from "./billing/context";
import { dayPlus } from "./days";
import { ironTempleNames } from "./names/iron-temple";
import { type Random, random } from "./random";
import { insertRows } from "./rows";
import { isoInstant, type WallClock, wallClock } from "./wall-clock";

export type LargeScale = { members: number; visits: number; small_gyms: number };
export type LargeGym = { organization_id: string; slug: string; location_ids: string[] };

type Options = { owner_url: string; scale: LargeScale; clock?: Clock };
type OnProgress = (label: string, done?: number, total?: number) => void;

const ZONE = "America/New_York";
const SMALL = { members: 200, visits: 2_000 };
/** Plan prices of every gym, in cents. */
const prices = [8900, 6900, 5400, 5900, 12900, 4900];
const MEMBERS_AT_ONCE = 10_000;
const DEBTS_AT_ONCE = 1_000;
const DEBT_DAYS = 12;

/** One gym of the given size among small ones, for benchmarks. Realistic in size, not in habits. */
export async function seedLarge(
  { owner_url, scale, clock = systemClock }: Options,
  onProgress: OnProgress,
): Promise<LargeGym> {
  const wall = wallClock(ZONE, clock.now());
  return withConnection(owner_url, async (client) => {
    for (let index = 1; index <= scale.small_gyms; index++) {
      onProgress("small gyms", index, scale.small_gyms);
      await writeGym(client, wall, { slug: `small-${index}`, locations: 1, ...SMALL }, () => {});
    }
    const large = { slug: "large", locations: 4, members: scale.members, visits: scale.visits };
    const gym = await writeGym(client, wall, large, onProgress);
    onProgress("vacuum");
    await client.query("vacuum analyze");
    return gym;
  });
}

type Size = { slug: string; locations: number; members: number; visits: number };

async function writeGym(client: Client, wall: WallClock, size: Size, onProgress: OnProgress): Promise<LargeGym> {
  const source = random(`large ${size.slug}`);
  const founded_ms = wall.at(wall.ago(800), 540);
  const at = isoInstant(founded_ms);
  const organization_id = source.id(founded_ms);
  await client.query("begin");
  await client.query(bindTenant({ organization_id, user_id: null }));
  await client.query("select setseed(0.5)");
  await insertRows(client, organizations, [
    {
      id: organization_id,
      slug: size.slug,
      name: `Gym ${size.slug}`,
      currency: "USD",
      member_code_prefix: "GY",
      created_at: at,
      updated_at: at,
    },
  ]);
  const locationRows = Array.from({ length: size.locations }, (_, index) => ({
    id: source.id(founded_ms + index),
    organization_id,
    name: `Location ${index + 1}`,
    time_zone: ZONE,
    currency: "USD",
    capacity: 400,
    opening_hours: alwaysOpen,
  }));
  await insertRows(client, locations, locationRows);
  const plans = prices.map((price_minor, index) => ({
    id: source.id(founded_ms + index),
    organization_id,
    name: `Plan ${index + 1}`,
    kind: "recurring" as const,
    price_minor,
    currency: "USD",
    interval_unit: "month" as const,
  }));
  await insertRows(client, membershipPlans, plans);
  const location_ids = locationRows.map(({ id }) => id);
  await writeMembers(client, { organization_id, location_ids, source, wall, count: size.members }, onProgress);
  onProgress("memberships");
  // Without statistics, the foreign key checks scan the organization instead of using the key.
  await client.query("analyze members, locations");
  await client.query(membershipsSql, [organization_id, wall.today]);
  await client.query("analyze memberships");
  onProgress("overdue invoices");
  await writeDebts(client, size, organization_id, wall);
  onProgress(`${size.visits} visits`);
  await client.query(visitsSql, [organization_id, size.visits, wall.today, ZONE]);
  await client.query(openVisitsSql, [organization_id, Math.ceil(size.members / 400), ZONE, isoInstant(wall.now_ms)]);
  onProgress("folding visits");
  await client.query(foldSql, [organization_id, wall.today]);
  await client.query(
    "insert into visit_folds select organization_id, id, $2::date - 1 from locations where organization_id = $1",
    [organization_id, wall.today],
  );
  await client.query("insert into member_code_counters (organization_id, last_number) values ($1, $2)", [
    organization_id,
    size.members,
  ]);
  await client.query("commit");
  return { organization_id, slug: size.slug, location_ids };
}

type MemberBatch = { organization_id: string; location_ids: string[]; source: Random; wall: WallClock; count: number };

async function writeMembers(
  client: Client,
  { organization_id, location_ids, source, wall, count }: MemberBatch,
  onProgress: OnProgress,
) {
  // Few surnames are common, many are rare.
  const skewed = (list: string[]) => list[Math.floor(source.next() ** 2 * list.length)] as string;
  const first_names = source.shuffled(ironTempleNames.flatMap(({ female, male }) => [...female, ...male]));
  const last_names = source.shuffled(ironTempleNames.flatMap(({ last }) => last));
  for (let from = 0; from < count; from += MEMBERS_AT_ONCE) {
    onProgress(`${count} members`, from, count);
    const rows = Array.from({ length: Math.min(MEMBERS_AT_ONCE, count - from) }, (_, index) => {
      const number = from + index + 1;
      const joined_on = wall.ago(5 + Math.floor((1 - number / count) * 700));
      const joined_ms = wall.at(joined_on, 600) + index;
      const joined_at = isoInstant(joined_ms);
      const person = {
        member_code: `GY-${String(number).padStart(4, "0")}`,
        first_name: skewed(first_names),
        last_name: skewed(last_names),
        email: `member${number}@example.com`,
        phone: `+1${["718", "347", "212", "646"][number % 4]}5550${String(100 + (number % 100))}`,
      };
      return {
        id: source.id(joined_ms),
        organization_id,
        ...person,
        ...searchColumns(person),
        is_phone_known: true,
        birth_on: wall.ago(source.integer(6_800, 25_000)),
        home_location_id: source.pick(location_ids),
        joined_on,
        waiver_signed_at: joined_at,
        created_at: joined_at,
        updated_at: joined_at,
      };
    });
    await insertRows(client, members, rows);
  }
}

/** 8 % have cancelled, the others are active. The first plans are the most frequent. */
const membershipsSql = `
  with plan as (
    select *, row_number() over (order by id) as number, count(*) over () as plans from membership_plans where organization_id = $1
  ),
  member as materialized (
    select m.*, floor(random() * 100)::int as fate, random() ^ 2 as taste from members m where organization_id = $1
  )
  insert into memberships (id, organization_id, member_id, plan_id, location_id, plan_name, price_minor, currency, starts_on,
    anchor_day, next_bill_on, cancelled_at, cancelled_on, created_at)
  select gen_random_uuid(), $1, m.id, p.id, m.home_location_id, p.name, p.price_minor, p.currency, m.joined_on,
    extract(day from m.joined_on), case when m.fate between 3 and 10 then null else $2::date + 1 + (m.fate % 28) end,
    case when m.fate between 3 and 10 then m.created_at end, case when m.fate between 3 and 10 then $2::date - 4 end, m.created_at
  from member m join plan p on p.number = 1 + floor(m.taste * p.plans)`;

/** Of every 33 members one has not paid the bill of twelve days ago. */
const debtorsSql = `
  select m.id, m.member_id, m.location_id, m.plan_name, m.price_minor::float8 as price_minor from (
    select *, row_number() over (order by id) as number from memberships where organization_id = $1 and cancelled_on is null
  ) m where m.number % 33 = 0 order by m.id`;

type Debtor = { id: string; member_id: string; location_id: string; plan_name: string; price_minor: number };

/** Their invoices are issued as the application issues them. */
async function writeDebts(client: Client, { slug }: Size, organization_id: string, wall: WallClock): Promise<void> {
  const { rows } = await client.query<Debtor>(debtorsSql, [organization_id]);
  const on = wall.ago(DEBT_DAYS);
  const at_ms = wall.at(on, 120);
  const { policies, brand_color, logo_file_id } = { policies: {}, brand_color: "#0d6b68", logo_file_id: null };
  const organization = { id: organization_id, slug, name: `Gym ${slug}`, locale: "en-US", currency: "USD" };
  const contextAt = contextsOf(client, { ...organization, policies, brand_color, logo_file_id });
  for (let from = 0; from < rows.length; from += DEBTS_AT_ONCE) {
    await issueDocuments(
      contextAt(at_ms, null),
      rows.slice(from, from + DEBTS_AT_ONCE).map((debtor) => debtOf(debtor, on)),
    );
  }
}

const debtOf = ({ id, member_id, location_id, plan_name, price_minor }: Debtor, on: CalendarDay): Draft => ({
  ...{ payer_member_id: member_id, payer_company_id: null, origin: "renewal", location_id, currency: "USD" },
  lines: [
    {
      ...{ kind: "period", member_id, membership_id: id, description: plan_name, line_key: `period ${on}` },
      ...{ due_on: on, from_on: on, to_on: dayPlus(on, 29), list_minor: price_minor, discount_minor: 0 },
      ...{ tax_class: "membership", is_price_with_tax: true },
      facts: { why: "period", number: 2, full_minor: price_minor },
    },
  ],
});

/** Distributed over the last year, weighted by typical training hours. */
const visitsSql = `
  with member as (
    select m.id, m.home_location_id, s.id as membership_id, row_number() over (order by m.id) as number
    from members m join memberships s on s.organization_id = m.organization_id and s.member_id = m.id
    where m.organization_id = $1
  ),
  drawn as materialized (
    select 1 + floor(random() * (select count(*) from member))::int as number, $3::date - 1 - floor(random() * 365)::int as visit_on,
      ('{5,6,6,6,7,7,8,9,9,10,11,12,12,12,13,14,15,16,17,17,17,17,18,18,18,18,19,19,20,21}'::int[])[1 + floor(random() * 30)] as hour,
      floor(random() * 3600) as second, ('{qr,qr,qr,card,manual}'::text[])[1 + floor(random() * 5)] as method
    from generate_series(1, $2::int)
  ),
  visit as (
    select d.*, (d.visit_on::timestamp + make_interval(hours => d.hour, secs => d.second)) at time zone $4 as at from drawn d
  )
  insert into check_ins (id, organization_id, location_id, member_id, membership_id, check_in_at, visit_on, local_hour,
    auto_check_out_at, check_out_at, check_out_kind, received_at, method)
  select uuidv7(v.at - now()), $1, m.home_location_id, m.id, m.membership_id, v.at, v.visit_on, v.hour,
    v.at + interval '120 minutes', v.at + interval '70 minutes', 'member', v.at, v.method
  from visit v join member m using (number)
  order by v.at`;

/** Members who are inside now. */
const openVisitsSql = `
  with visit as (
    select m.id, m.home_location_id, $4::timestamptz - make_interval(secs => floor(random() * 4000)) as at
    from members m where m.organization_id = $1 order by m.member_code limit $2
  )
  insert into check_ins (id, organization_id, location_id, member_id, check_in_at, visit_on, local_hour, auto_check_out_at,
    received_at, method)
  select uuidv7(at - now()), $1, home_location_id, id, at, (at at time zone $3)::date, extract(hour from at at time zone $3),
    at + interval '120 minutes', at, 'qr'
  from visit`;

const foldSql = `
  insert into visit_hours (organization_id, location_id, visit_on, local_hour, method, visits)
  select organization_id, location_id, visit_on, local_hour, method, count(*)
  from check_ins where organization_id = $1 and visit_on < $2::date group by 1, 2, 3, 4, 5`;
