import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { drive } from "./load";
import type { Scenario } from "./scenarios";

export type Statement = {
  /** One borrowed connection: a transaction, or a statement outside of any. */
  use: number;
  text: string;
  name?: string;
  rowMode?: "array";
  values?: unknown[];
  /** How many statements of this request had been answered when it was sent. */
  after: number;
};

export type Recording = { n: number; statements: Statement[] };

type Line = Omit<Statement, "use"> & { client: number };

const TIMES = 3;
const settle = () => new Promise((resolve) => setTimeout(resolve, 40));

/** `cold` is the first request of its kind, with what the server keeps afterwards; `warm` is what it goes on to send. */
export type Recordings = { cold: Recording[]; warm: Recording[] };

/** The statements of each kind of request, as the server really sends them. */
export async function record(scenario: Scenario, { port, file }: { port: number; file: string }): Promise<Recordings> {
  const recordings: Recordings = { cold: [], warm: [] };
  for (let n = 0; n < (scenario.kinds ?? 1); n++) {
    const tries: Recording[] = [];
    for (let time = 0; time < TIMES; time++) {
      const number = scenario.kinds === null ? time : n;
      writeFileSync(file, "");
      const { statuses, sample } = await drive(port, 1, [scenario.request(number)]);
      if (!statuses[scenario.status]) throw new Error(`${scenario.name} answered ${Object.keys(statuses)}: ${sample}`);
      await settle();
      tries.push({ n: number, statements: usesOf(readLines(file)) });
    }
    const [first, ...later] = tries;
    // A timer of the server may have slipped its own statement in; the shortest is the request alone.
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

function usesOf(lines: Line[]): Statement[] {
  const first = lines[0]?.after ?? 0;
  const open = new Map<number, number>();
  let uses = 0;
  return lines.map(({ client, after, ...line }) => {
    const use = open.get(client) ?? ++uses;
    if (/^\s*begin/i.test(line.text)) open.set(client, use);
    if (/^\s*(commit|rollback)/i.test(line.text)) open.delete(client);
    return { ...line, use, after: after - first };
  });
}
