import { type SQL, sql } from "drizzle-orm";
import type { TenantCtx } from "@/lib/kernel/operation";
import { likePatterns, searchTerms } from "@/lib/values/search-terms";

/** What a search found. Null members: more than a thousand payers match, so each document is compared with its payer instead. */
export type Found = { terms: string[]; invoices: string[]; members: string[] | null; companies: string[] };

const most = 1_000;

/** The documents by number, and the payers by name. */
export async function search({ db, organization_id }: TenantCtx, q: string | undefined): Promise<Found | null> {
  if (!q) return null;
  const terms = searchTerms(q);
  const prefixes = [...new Set([q, q.toUpperCase()])];
  const sequence = /^\d{1,9}$/.test(q) ? Number(q) : null;
  const { rows } = await db.execute<{
    invoices: string[] | null;
    members: string[] | null;
    companies: string[] | null;
  }>(sql`
    select
      (select array_agg(id) from (
        ${sql.join(
          prefixes.map((prefix) => byPrefix(organization_id, prefix)),
          sql` union `,
        )}
        union
        (select id from invoices where organization_id = ${organization_id} and sequence = ${sequence}
          and series_id in (select id from number_series where organization_id = ${organization_id}))) numbers) as invoices,
      ${membersNamed(terms)} as members,
      (select array_agg(id) from (select c.id from companies c where c.organization_id = ${organization_id}
        and ${containsAll(sql`lower(c.name)`, terms)} limit ${most}) named) as companies`);
  const { invoices, members, companies } = rows[0] ?? { invoices: null, members: null, companies: null };
  const few = (members?.length ?? 0) <= most;
  return { terms, invoices: invoices ?? [], members: few ? (members ?? []) : null, companies: companies ?? [] };
}

/** By the trigram index, which row-level security keeps from LIKE. */
const membersNamed = (terms: readonly string[]): SQL =>
  terms.length === 0
    ? sql`null::uuid[]`
    : sql`(select array_agg(id) from member_search_hits(${sql.param([...terms])}::text[], ${most + 1}))`;

/** The highest numbers with the prefix. These operators use the index also where the plan does not know the prefix. */
const byPrefix = (organization_id: string, prefix: string): SQL => sql`
  (select id from invoices where organization_id = ${organization_id}
    and number ~>=~ ${prefix} and number ~<~ ${`${prefix}\u{10ffff}`} order by number using ~>~ limit ${most})`;

const containsAll = (text: SQL, terms: readonly string[]): SQL =>
  terms.length === 0
    ? sql`false`
    : sql.join(
        terms.map((term) => sql`${text} like any(${sql.param(likePatterns(term))}::text[])`),
        sql` and `,
      );

const uuids = (values: readonly string[]): SQL => sql`any(${sql.param([...values])}::uuid[])`;

export function isFound({ terms, invoices, members, companies }: Found, organization_id: string): SQL {
  const parts: SQL[] = [];
  if (invoices.length > 0) parts.push(sql`i.id = ${uuids(invoices)}`);
  if (companies.length > 0) parts.push(sql`i.payer_company_id = ${uuids(companies)}`);
  if (members === null) {
    // A value, not a condition: PostgreSQL would turn that into a join with all the members that match.
    parts.push(sql`(select ${containsAll(sql`m.search_text`, terms)} from members m
      where m.organization_id = ${organization_id} and m.id = i.payer_member_id)`);
  } else if (members.length > 0) parts.push(sql`i.payer_member_id = ${uuids(members)}`);
  return parts.length > 0 ? sql`(${sql.join(parts, sql` or `)})` : sql`false`;
}
