import type { Client } from "pg";
import { withConnection } from "@/scripts/database/connect";
import type { Statement } from "./recording";

export type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Filter?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Actual Total Time"?: number;
  "Rows Removed by Filter"?: number;
  Plans?: PlanNode[];
};

export type Plan = { scenario: string; text: string; duration_ms: number; root: PlanNode; raw: string };

const MANY_ROWS = 5_000;

/**
 * The plans of all statements of some requests as the application's role runs them, with those inside functions, triggers
 * and foreign keys. Nothing is kept.
 */
export async function plansOf(superuser_url: string, scenario: string, requests: Statement[][]): Promise<Plan[]> {
  return withConnection(superuser_url, async (client) => {
    const plans: Plan[] = [];
    client.on("notice", ({ message }) => {
      const plan = message && readPlan(scenario, message);
      if (plan) plans.push(plan);
    });
    await client.query("load 'auto_explain'");
    await client.query(`set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
      set auto_explain.log_analyze = on; set auto_explain.log_buffers = on; set auto_explain.log_format = json;
      set auto_explain.log_timing = on; set client_min_messages = log`);
    for (const statements of requests) await runOnce(client, statements);
    return plans;
  });
}

async function runOnce(client: Client, statements: Statement[]): Promise<void> {
  const uses = new Set(statements.map(({ use }) => use));
  for (const wanted of uses) {
    await client.query("begin; set local role fitflow_app");
    for (const { use, after: _after, ...query } of statements) {
      if (use !== wanted || /^\s*(commit|rollback)/i.test(query.text)) continue;
      const text = query.text.replace(/^\s*begin\s*;/i, "");
      if (!/^\s*begin\s*$/i.test(text)) await client.query({ ...query, text });
    }
    await client.query("rollback");
  }
}

function readPlan(scenario: string, message: string): Plan | null {
  const found = /^duration: ([\d.]+) ms\s+plan:\s*(\{[\s\S]*\})\s*$/.exec(message);
  if (!found?.[2]) return null;
  const { "Query Text": text, Plan: root } = JSON.parse(found[2]) as { "Query Text": string; Plan: PlanNode };
  return { scenario, text: text.replace(/\s+/g, " ").trim(), duration_ms: Number(found[1]), root, raw: found[2] };
}

export type WholeRead = { scenario: string; table: string; filter: string; text: string };

/** Reads of a whole large table, which a page or a scan must never need. */
export async function wholeReads(superuser_url: string, plans: Plan[]): Promise<WholeRead[]> {
  const large = await withConnection(superuser_url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > $1",
      [MANY_ROWS],
    );
    return new Set(rows.map(({ name }) => name));
  });
  const found = new Map<string, WholeRead>();
  for (const { scenario, text, root } of plans) {
    walk(root, (node) => {
      const table = node["Relation Name"];
      if (!/Seq Scan/.test(node["Node Type"]) || !table || !large.has(table)) return;
      found.set(`${scenario} ${table} ${text}`, { scenario, table, filter: node.Filter ?? "everything", text });
    });
  }
  return Array.from(found.values());
}

function walk(node: PlanNode, visit: (node: PlanNode) => void): void {
  visit(node);
  for (const child of node.Plans ?? []) walk(child, visit);
}
