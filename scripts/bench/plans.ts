import type { Client } from "pg";
import { say } from "@/scripts/bootstrap/steps.mjs";
import { withConnection } from "@/scripts/database/connect";
import type { Statement } from "./recording";

type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  "Recheck Cond"?: string;
  Filter?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Actual Total Time"?: number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: PlanNode[];
};

export type Plan = {
  scenario: string;
  text: string;
  duration_ms: number;
  root: PlanNode;
  raw: string;
  /** Only a server with cold caches sends it. */
  is_cached: boolean;
};

const LARGE_TABLE_ROWS = 5_000;
const MANY_ROWS = 10_000;
/** A sequential scan of a nearly empty table is fine. */
const FEW_ROWS = 500;

/**
 * The plans of all statements of some requests with the application's role, including those inside functions, triggers and foreign
 * keys. All changes are rolled back.
 */
export async function plansOf(
  superuser_url: string,
  scenario: string,
  { requests, warm }: { requests: Statement[][]; warm: Statement[] },
): Promise<Plan[]> {
  const sent = new Set(requests.flat().map(({ text }) => oneLine(text)));
  for (const { text } of warm) sent.delete(oneLine(text));
  return withConnection(superuser_url, async (client) => {
    const plans: Plan[] = [];
    client.on("notice", ({ message }) => {
      const plan = message && readPlan(scenario, message);
      if (plan) plans.push({ ...plan, is_cached: sent.has(plan.text) });
    });
    await client.query("load 'auto_explain'");
    await client.query(`set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
      set auto_explain.log_analyze = on; set auto_explain.log_buffers = on; set auto_explain.log_format = json;
      set auto_explain.log_timing = on; set client_min_messages = log`);
    for (const statements of requests) await runOnce(client, scenario, statements);
    return plans;
  });
}

/** The recording may hold work of the server's own jobs, which the database refuses a second time. */
async function runOnce(client: Client, scenario: string, statements: Statement[]): Promise<void> {
  for (const wanted of new Set(statements.map(({ checkout }) => checkout))) {
    const own = statements.filter(({ checkout }) => checkout === wanted);
    await client.query("begin; set local role fitflow_app");
    await runTransaction(client, own).catch((error: Error) => {
      say(`NOTE  ${scenario}: no plan of ${oneLine(own.at(0)?.text ?? "").slice(0, 60)}…: ${error.message}`);
    });
    await client.query("rollback");
  }
}

async function runTransaction(client: Client, statements: Statement[]): Promise<void> {
  for (const { checkout: _checkout, message: _message, after: _after, ...query } of statements) {
    if (/^\s*(commit|rollback)/i.test(query.text)) continue;
    const text = query.text.replace(/^\s*begin\s*;/i, "");
    if (!/^\s*begin\s*$/i.test(text)) await client.query({ ...query, text });
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function readPlan(scenario: string, message: string): Omit<Plan, "is_cached"> | null {
  const found = /^duration: ([\d.]+) ms\s+plan:\s*(\{[\s\S]*\})\s*$/.exec(message);
  if (!found?.[2]) return null;
  const { "Query Text": text, Plan: root } = JSON.parse(found[2]) as { "Query Text": string; Plan: PlanNode };
  return { scenario, text: oneLine(text), duration_ms: Number(found[1]), root, raw: found[2] };
}

export type LongRead = {
  scenario: string;
  table: string;
  how: string;
  rows: number;
  condition: string;
  text: string;
  is_cached: boolean;
};

/** Sequential scans of large tables, and index scans that read a large number of rows. */
export async function longReads(superuser_url: string, plans: Plan[]): Promise<LongRead[]> {
  const large = await withConnection(superuser_url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > $1",
      [LARGE_TABLE_ROWS],
    );
    return new Set(rows.map(({ name }) => name));
  });
  const found = new Map<string, LongRead>();
  for (const { scenario, text, root, is_cached } of plans) {
    walk(root, (node) => {
      const table = node["Relation Name"];
      const rows = rowsRead(node);
      const is_whole = /Seq Scan/.test(node["Node Type"]) && rows > FEW_ROWS;
      if (!table || !large.has(table) || !(is_whole || rows > MANY_ROWS)) return;
      const how = [node["Node Type"], node["Index Name"]].filter(Boolean).join(" on ");
      const condition = node.Filter ?? node["Index Cond"] ?? node["Recheck Cond"] ?? "none";
      found.set(`${scenario} ${table} ${how} ${text}`, {
        scenario,
        table,
        how,
        rows,
        condition,
        text,
        is_cached,
      });
    });
  }
  return Array.from(found.values());
}

const rowsRead = (node: PlanNode): number =>
  ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0)) *
  (node["Actual Loops"] ?? 0);

function walk(node: PlanNode, visit: (node: PlanNode) => void): void {
  visit(node);
  for (const child of node.Plans ?? []) walk(child, visit);
}
