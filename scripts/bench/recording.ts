import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { sendLoad } from "./load";
import type { Scenario } from "./scenarios";

export type Statement = {
  /** One checkout of a pool connection: a transaction, or a statement without one. */
  checkout: number;
  /** Statements of one message are sent together. */
  message: number;
  text: string;
  name?: string;
  rowMode?: "array";
  values?: unknown[];
  /** How many statements of this request had completed when it was sent. */
  after: number;
};

export type Recording = { n: number; statements: Statement[] };

type Line = Omit<Statement, "checkout"> & { client: number };

const TIMES = 3;
/** What a request starts, such as sending its events, goes on after the response. */
const QUIET_MS = { read: 100, write: 400 };

/** The server's own timers go on recording, so the wait ends at some point. */
const MOST_ROUNDS = 10;

/** Waits until no statement was recorded for a while. */
async function settle(file: string, quiet_ms: number): Promise<void> {
  let size = -1;
  for (let round = 0; round < MOST_ROUNDS && size !== statSync(file).size; round++) {
    size = statSync(file).size;
    await new Promise((resolve) => setTimeout(resolve, quiet_ms));
  }
}

/** `cold` is the first request of its kind, which fills the caches; `warm` is a later one. */
export type Recordings = { cold: Recording[]; warm: Recording[] };

/** Records the statements of each kind of request. */
export async function record(scenario: Scenario, { port, file }: { port: number; file: string }): Promise<Recordings> {
  const recordings: Recordings = { cold: [], warm: [] };
  for (let n = 0; n < (scenario.kinds ?? 1); n++) {
    const tries: Recording[] = [];
    for (let time = 0; time < TIMES; time++) {
      const number = scenario.kinds === null ? time : n;
      writeFileSync(file, "");
      const { statuses, sample } = await sendLoad({ port, connections: 1, requests: [scenario.request(number)] });
      if (!statuses[scenario.status]) throw new Error(`${scenario.name} answered ${Object.keys(statuses)}: ${sample}`);
      await settle(file, scenario.kinds === null ? QUIET_MS.write : QUIET_MS.read);
      tries.push({ n: number, statements: checkoutsOf(readLines(file)) });
    }
    const [first, ...later] = tries;
    // A timer of the server may have added a statement, so the shortest recording is used.
    const [shortest] = later.sort((a, b) => a.statements.length - b.statements.length);
    if (first) recordings.cold.push(first);
    if (shortest) recordings.warm.push(shortest);
  }
  return recordings;
}

function readLines(file: string): Line[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line);
}

/** Statements of one message follow each other. */
export function messagesOf<T extends { message: number }>(sent: T[]): T[][] {
  const messages: T[][] = [];
  for (const one of sent) {
    const last = messages.at(-1);
    if (last?.[0]?.message === one.message) last.push(one);
    else messages.push([one]);
  }
  return messages;
}

/** Without transactions that began before the recording or ended after it: replayed, they would keep locks. */
export function checkoutsOf(lines: Line[]): Statement[] {
  const first = lines[0]?.after ?? 0;
  const open = new Map<number, number>();
  const whole = new Set<number>();
  let checkouts = 0;
  const all = messagesOf(lines).flatMap((sent) => {
    const client = sent[0]?.client ?? 0;
    const is_begin = sent.some(({ text }) => /^\s*begin/i.test(text));
    const is_end = sent.some(({ text }) => /^\s*(commit|rollback)/i.test(text));
    const is_alone = !open.has(client) && !is_begin && !is_end;
    const checkout = open.get(client) ?? ++checkouts;
    if (is_begin) open.set(client, checkout);
    if (is_alone || (is_end && open.delete(client))) whole.add(checkout);
    return sent.map(({ client: _client, after, ...line }) => ({ ...line, checkout, after: after - first }));
  });
  // No statement waits for more than all the statements before it.
  return all
    .filter(({ checkout }) => whole.has(checkout))
    .map((line, before) => ({ ...line, after: Math.min(line.after, before) }));
}
