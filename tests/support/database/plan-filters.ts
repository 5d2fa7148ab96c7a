import type pg from "pg";

/** A scanned tenant table and the column that names the organization. */
type Scan = { alias: string; table: string; column: string };
type Plan = { [key: string]: unknown; Plans?: Plan[] };

export type TenantColumns = ReadonlyMap<string, string>;

export async function readTenantColumns(client: pg.Client): Promise<TenantColumns> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnotnull and not a.attisdropped
       and c.relrowsecurity`,
  );
  return new Map([["organizations", "id"], ...rows.map(({ name }) => [name, "organization_id"] as const)]);
}

const readsRows = (text: string) =>
  /^\s*(with|select|update|delete|merge)\b/i.test(text) || (/^\s*insert\b/i.test(text) && /\bselect\b/i.test(text));

/**
 * The tables that a statement reads without naming the organization, by the plan that PostgreSQL makes for a role without
 * row-level security. A condition counts on the table and on a join with a table that has one.
 */
export async function unfilteredTables(client: pg.Client, columns: TenantColumns, text: string): Promise<string[]> {
  const found: string[] = [];
  // Several statements may share a round trip.
  for (const statement of text.split(";").filter(readsRows))
    found.push(...(await unfilteredIn(client, columns, statement)));
  return [...new Set(found)];
}

async function unfilteredIn(client: pg.Client, columns: TenantColumns, text: string): Promise<string[]> {
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: Plan }[] }>(
    `explain (generic_plan, verbose, format json) ${text}`,
  );
  const nodes = rows.flatMap((row) => row["QUERY PLAN"].flatMap(({ Plan }) => nodesOf(Plan)));
  const scans = nodes.flatMap((node) => scanOf(node, columns));
  const conditions = withoutSubplans(nodes.flatMap(conditionsOf).join("\n"), nodes);
  const filtered = filteredAliases(scans, conditions);
  return scans.filter(({ alias }) => !filtered.has(alias)).map(({ table }) => table);
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

function scanOf(node: Plan, columns: TenantColumns): Scan[] {
  const table = String(node["Relation Name"] ?? "");
  const column = columns.get(table);
  if (!column || !String(node["Node Type"]).endsWith("Scan")) return [];
  return [{ alias: String(node.Alias), table, column }];
}

/** Also expressions that are returned: a subquery among them may be compared with its outer row there. */
const conditionsOf = (node: Plan): string[] =>
  Object.entries(node).flatMap(([key, value]) => {
    if (/(Cond|Filter)$/.test(key)) return [String(value)];
    return key === "Output" ? outputOf(node) : [];
  });

const outputOf = ({ Output }: Plan): string[] => (Array.isArray(Output) ? Output.map(String) : []);

/** A hashed subquery is compared by its columns: `(hashed SubPlan 2).col1` is the first one that it returns. */
function withoutSubplans(conditions: string, nodes: readonly Plan[]): string {
  return conditions.replace(/\(hashed (SubPlan \d+)\)\.col(\d+)/g, (whole, name: string, column: string) => {
    const subplan = nodes.find((node) => node["Subplan Name"] === name);
    return (subplan && outputOf(subplan)[Number(column) - 1]) ?? whole;
  });
}

function filteredAliases(scans: readonly Scan[], conditions: string): Set<string> {
  const names = new Map(scans.map((scan) => [`${scan.alias}.${scan.column}`, scan.alias]));
  const pairs = scans.flatMap((scan) => equalsOf(scan, conditions).map((other) => ({ alias: scan.alias, other })));
  const filtered = new Set(pairs.filter(({ other }) => !names.has(other)).map(({ alias }) => alias));
  for (let before = -1; before < filtered.size; ) {
    before = filtered.size;
    for (const { alias, other } of pairs) {
      const joined = names.get(other);
      if (!joined) continue;
      if (filtered.has(joined)) filtered.add(alias);
      if (filtered.has(alias)) filtered.add(joined);
    }
  }
  return filtered;
}

/** What the conditions compare the scan's organization with. */
function equalsOf({ alias, column }: Scan, conditions: string): string[] {
  const name = `(?<![\\w.])${alias}\\.${column}`;
  const right = conditions.matchAll(new RegExp(`${name} = (\\S+)`, "g"));
  const left = conditions.matchAll(new RegExp(`(\\S+) = ${name}(?!\\w)`, "g"));
  return [...right, ...left].map(([, other = ""]) => other.replace(/^\(+(?=\w)|(?<=\w)\)+$/g, ""));
}
