import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/**
 * The statements that requests of tests send to the database inside the transaction of an organization. What a test reads or
 * writes beside its requests is not among them.
 */
const request = new AsyncLocalStorage<true>();
const waiting = new Set<string>();
const taken = new Set<string>();
const bound = new WeakMap<object, boolean>();

export const recordStatements = <T>(work: () => T): T => request.run(true, work);

export type SentStatement = { text: string; values: unknown[] };
const sending = new AsyncLocalStorage<SentStatement[][]>();

/** The statements that `work` sends to the database, by message. */
export async function sentMessages(work: () => Promise<unknown>): Promise<SentStatement[][]> {
  const sent: SentStatement[][] = [];
  await sending.run(sent, work);
  return sent;
}

/** What `work` sends to the database, without the boundaries of its transactions. */
export async function sentStatements(work: () => Promise<unknown>): Promise<SentStatement[]> {
  const sent = (await sentMessages(work)).flat();
  return sent.filter(({ text }) => !/^\s*(begin|commit|rollback|select set_config)\b/i.test(text));
}

/** Each text once. */
export function takeStatements(): string[] {
  const texts = [...waiting];
  for (const text of texts) taken.add(text);
  waiting.clear();
  return texts;
}

const LITERAL_BINDING = /set_config\('app\.organization_id', '([0-9a-f-]*)'/g;
const BINDING = /^select set_config\('app\.organization_id', \$1/;

/** The organization that the statement binds the transaction to, "" for none, or undefined. */
const bindingOf = ({ text, values }: SentStatement): unknown =>
  BINDING.test(text) ? values[0] : [...text.matchAll(LITERAL_BINDING)].at(-1)?.[1];

function note(client: object, statement: SentStatement): void {
  const { text } = statement;
  const binding = bindingOf(statement);
  const is_boundary = /^(begin\b|commit$|rollback$)/i.test(text);
  if (binding !== undefined || is_boundary) bound.set(client, Boolean(binding));
  const is_own = !is_boundary && !BINDING.test(text);
  if (is_own && bound.get(client) && request.getStore() && !taken.has(text)) waiting.add(text);
}

type Query = { text?: unknown; values?: unknown[] | undefined; statements?: SentStatement[] };

/** A round trip of db/round-trip.ts, or one statement. */
function statementsOf(query: string | Query, values: unknown): SentStatement[] {
  if (typeof query !== "string" && query.statements) return [...query.statements];
  const { text, values: own } = typeof query === "string" ? { text: query, values: undefined } : query;
  return typeof text === "string" ? [{ text, values: (Array.isArray(values) ? values : own) ?? [] }] : [];
}

const send = pg.Client.prototype.query;

pg.Client.prototype.query = function (this: object, ...parameters: unknown[]): unknown {
  const [query, values] = parameters;
  const statements = statementsOf(query as string | Query, values);
  for (const statement of statements) note(this, statement);
  if (statements.length > 0) sending.getStore()?.push(statements);
  return Reflect.apply(send, this, parameters);
} as typeof send;
