import { type PoolClient, Query, type QueryResult, Result } from "pg";
import { prepareValue } from "pg/lib/utils.js";
import { statementName } from "./named-statements";

export type Statement = { text: string; values?: unknown[] | undefined };

/** How rows are read, as in the configuration of the driver. */
export type RowFormat = { rowMode?: "array" | undefined; types?: unknown };

/** The part of the driver's connection that sends messages. */
type Wire = {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string>;
  parse(message: { name: string | undefined; text: string }): void;
  bind(message: { statement: string | undefined; values: readonly unknown[] }): void;
  describe(message: { type: "P" }): void;
  execute(message: null): void;
  sync(): void;
};

/** The part of the driver's query that receives messages. */
type DriverQuery = {
  handleCommandComplete(message: object, wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
};

const DriverQuery = Query as unknown as new (text: string) => DriverQuery;

type Prepared = { name: string | undefined; text: string; values: readonly unknown[] };

/** On the client, because the bundles of a process have instances of this module of their own. */
const doubtfulKey = Symbol.for("fitflow.doubtful");

/** True after an error in the first use of a statement: whether it is prepared is unknown, so the connection must be closed. */
export const isDoubtful = (client: PoolClient): boolean => doubtfulKey in client;

/**
 * Several statements in one message to the server, with one answer. After an error the server skips the rest. Outside of a
 * transaction they are one of their own.
 */
class RoundTrip extends DriverQuery {
  readonly statements: readonly Prepared[];
  private new_names: (string | undefined)[] = [];
  private completed = 0;

  constructor(
    private readonly client: PoolClient,
    statements: readonly Statement[],
    { rowMode, types }: RowFormat,
  ) {
    super("");
    // Fails here for a value that cannot be written, before anything is sent.
    this.statements = statements.map(({ text, values = [] }) => ({
      name: statementName(text),
      text,
      values: values.map((value) => prepareValue(value)),
    }));
    const result = new Result(rowMode ?? "", types as never);
    Object.assign(this, { _rowMode: rowMode, _result: result, _results: result });
  }

  submit(wire: Wire): null {
    const known = wire.parsedStatements;
    this.new_names = this.statements.map(({ name }) => (name && known[name] === undefined ? name : undefined));
    wire.stream.cork();
    for (const { name, text, values } of this.statements) {
      if (!name || known[name] === undefined) wire.parse({ name, text });
      if (name) known[name] = text;
      wire.bind({ statement: name, values });
      wire.describe({ type: "P" });
      wire.execute(null);
    }
    wire.sync();
    wire.stream.uncork();
    return null;
  }

  override handleCommandComplete(message: object, wire: Wire): void {
    this.completed += 1;
    super.handleCommandComplete(message, wire);
  }

  override handleError(error: Error, wire: Wire): void {
    // What came before the failed statement is prepared, and what comes after it was skipped.
    if (this.new_names[this.completed]) Object.assign(this.client, { [doubtfulKey]: true });
    for (const name of this.new_names.slice(this.completed)) if (name) delete wire.parsedStatements[name];
    super.handleError(error, wire);
  }
}

type Callback = (error: Error | null, results: QueryResult | QueryResult[]) => void;

/** The driver's own `query` of a client, which db/client-query.ts replaces. */
export type Send = (query: object, callback: Callback) => void;

export function sendRoundTrip(
  client: PoolClient,
  send: Send,
  statements: readonly Statement[],
  format: RowFormat = {},
): Promise<QueryResult[]> {
  const trip = new RoundTrip(client, statements, format);
  const answer = new Promise<QueryResult[]>((resolve, reject) => {
    send(trip, (error, results) => (error ? reject(error) : resolve(Array.isArray(results) ? results : [results])));
  });
  return answer.catch((error: Error) => {
    // Its stack leads to the socket. This one leads to the code that sent the statements.
    Error.captureStackTrace(error);
    throw error;
  });
}
