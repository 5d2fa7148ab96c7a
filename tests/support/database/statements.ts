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

const send = pg.Client.prototype.query;

pg.Client.prototype.query = function (this: object, ...parameters: unknown[]): unknown {
  const [query] = parameters;
  const text = typeof query === "string" ? query : (query as { text?: unknown } | undefined)?.text;
  if (typeof text === "string") note(this, text);
  return Reflect.apply(send, this, parameters);
} as typeof send;
