import type { PoolClient, QueryResult } from "pg";
import { statementName } from "./named-statements";
import { type RowFormat, type Send, type Statement, sendRoundTrip } from "./round-trip";

/**
 * What goes to the server before the statements of a client, in the same round trip. `begin` opens a transaction with the first
 * statement. With `each`, statements run on their own, each after these, as long as no transaction is needed.
 */
export type Opening = {
  begin: readonly [begin: Statement, settings: Statement];
  each: readonly Statement[] | null;
  is_begun: boolean;
};

type Own = { send: Send; opening: Opening | null };

/** On the client, because the bundles of a process have instances of this module of their own. */
const ownKey = Symbol.for("fitflow.client");

function ownOf(client: PoolClient): Own {
  const own = (client as { [ownKey]?: Own })[ownKey];
  if (!own) throw new Error("The client does not come from the pool of db/client.ts");
  return own;
}

/** True if the driver can send several statements in one round trip. Neon's cannot. */
export const isPipelined = (client: PoolClient): boolean => (client as { pipeline?: boolean }).pipeline === true;

/**
 * From here on the statements of an operation share one transaction, as those of a write do. For an operation that only reads and
 * then takes a lock, changes a setting or stores what it has counted.
 */
export function shareTransaction(client: PoolClient): void {
  const { opening } = ownOf(client);
  if (opening) opening.each = null;
}

export function setOpening(client: PoolClient, opening: Opening | null): void {
  ownOf(client).opening = opening;
}

/** The results of all statements. After an error the rest is skipped. */
export async function sendTogether(client: PoolClient, statements: readonly Statement[]): Promise<QueryResult[]> {
  const { send } = ownOf(client);
  if (isPipelined(client)) return sendRoundTrip(client, send, statements);
  const results: QueryResult[] = [];
  for (const { text, values } of statements) results.push(await client.query(text, values));
  return results;
}

type Config = RowFormat & { text?: string; name?: string; values?: unknown[]; submit?: unknown };

/** A statement with parameters. Without them a text may hold several statements, which cannot be prepared. */
function preparable({ text, name, submit, ...config }: Config, values: unknown): Statement | null {
  const parameters = values ?? config.values;
  if (text === undefined || name !== undefined || submit !== undefined) return null;
  return Array.isArray(parameters) && parameters.length > 0 ? { text, values: parameters } : null;
}

/**
 * Makes the client prepare each statement that has parameters and is used repeatedly, and send the opening with it. Works for
 * node-postgres and for Neon.
 */
export function extendClient(client: PoolClient): void {
  const send = client.query.bind(client) as (...parts: unknown[]) => Promise<QueryResult>;
  const own: Own = { send: send as Send, opening: null };
  Object.defineProperty(client, ownKey, { value: own });

  const begin = () => {
    const { opening } = own;
    if (!opening || opening.is_begun) return;
    opening.is_begun = true;
    // Its failure is the failure of what follows.
    if (isPipelined(client)) sendRoundTrip(client, own.send, opening.begin).catch(() => {});
    else for (const { text, values } of opening.begin) send(text, values).catch(() => {});
  };

  const sendPrepared = async (statement: Statement, format: RowFormat): Promise<QueryResult> => {
    const { opening } = own;
    const is_open = !opening || opening.is_begun;
    const before = is_open ? [] : (opening.each ?? opening.begin);
    if (opening && !opening.each) opening.is_begun = true;
    const results = await sendRoundTrip(client, own.send, [...before, statement], format);
    return results.at(-1) as QueryResult;
  };

  const query = (config: string | Config, values?: unknown, callback?: unknown): unknown => {
    const given = typeof config === "string" ? { text: config } : config;
    const statement = preparable(given, values);
    if (statement && isPipelined(client) && callback === undefined) return sendPrepared(statement, given);
    begin();
    const named = statement && { ...given, ...statement, name: statementName(statement.text) };
    return named ? send(named, undefined, callback) : send(config, values, callback);
  };
  client.query = query as typeof client.query;
}
