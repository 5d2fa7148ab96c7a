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
const sending = new AsyncLocalStorage<SentStatement[]>();

/** What `work` sends to the database, without the boundaries of its transactions. */
export async function sentStatements(work: () => Promise<unknown>): Promise<SentStatement[]> {
  const sent: SentStatement[] = [];
  await sending.run(sent, work);
  return sent.filter(({ text }) => !/^\s*(begin|commit|rollback)\b/i.test(text));
}

/** Each text once. */
export function takeStatements(): string[] {
  const texts = [...waiting];
  for (const text of texts) taken.add(text);
  waiting.clear();
  return texts;
}

const BINDING = /set_config\('app\.organization_id', '([0-9a-f-]*)'/g;

function note(client: object, text: string): void {
  const binding = [...text.matchAll(BINDING)].at(-1);
  const is_boundary = /^(begin\b|commit$|rollback$)/i.test(text);
  if (binding || is_boundary) bound.set(client, Boolean(binding?.[1]));
  if (!is_boundary && bound.get(client) && request.getStore() && !taken.has(text)) waiting.add(text);
}

type Query = { text?: unknown; values?: unknown[] | undefined };

const send = pg.Client.prototype.query;

pg.Client.prototype.query = function (this: object, ...parameters: unknown[]): unknown {
  const [query, values] = parameters;
  const { text, values: own } = typeof query === "string" ? { text: query, values: undefined } : (query as Query);
  if (typeof text === "string") {
    note(this, text);
    const sent = (Array.isArray(values) ? values : own) ?? [];
    sending.getStore()?.push({ text, values: sent });
  }
  return Reflect.apply(send, this, parameters);
} as typeof send;
