import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { pool } from "@/db/client";
import type { People, Visitor } from "./people";
import type { Recording, Statement } from "./recording";
import type { Scenario } from "./scenarios";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The statements of the n-th request. */
export function statementsOf({ visitor }: Scenario, recordings: Recording[], people: People, n: number): Statement[] {
  const recording = recordings[n % recordings.length];
  if (!recording) return [];
  return visitor ? about(recording, visitor(recording.n), visitor(n), people.constants) : recording.statements;
}

/** The same statements about somebody else: whoever was checked in is replaced, and every id that was new is new again. */
function about(recording: Recording, from: Visitor, to: Visitor, constants: Set<string>): Statement[] {
  const known = new Map([
    [from.member_id, to.member_id],
    [from.membership_id, to.membership_id],
  ]);
  const spoken = JSON.stringify(recording.statements).replaceAll(`"${from.member_code}"`, `"${to.member_code}"`);
  const text = spoken.replace(uuid, (id) => {
    if (constants.has(id)) return id;
    const other = known.get(id) ?? randomUUID();
    known.set(id, other);
    return other;
  });
  return JSON.parse(text) as Statement[];
}

/** Sends the statements as the request did: each when as many answers were in as then, over as many connections. */
export async function replay(statements: Statement[]): Promise<void> {
  const clients = new Map<number, Promise<PoolClient>>();
  const left = new Map<number, number>();
  for (const { use } of statements) left.set(use, (left.get(use) ?? 0) + 1);
  const answers: Promise<void>[] = [];
  let completed = 0;
  let wake = () => {};
  let failure: unknown;
  for (const { use, after, ...query } of statements) {
    while (completed < after && !failure) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure) break;
    const borrowed = clients.get(use) ?? pool().connect();
    clients.set(use, borrowed);
    const client = await borrowed;
    const answer = client.query(query).then(
      () => {
        completed += 1;
        const rest = (left.get(use) ?? 1) - 1;
        left.set(use, rest);
        if (rest === 0) client.release();
        wake();
      },
      (error: unknown) => {
        failure ??= error;
        wake();
      },
    );
    answers.push(answer);
  }
  await Promise.all(answers);
  if (failure) {
    for (const [use, client] of clients) if ((left.get(use) ?? 0) > 0) (await client).release(true);
    throw failure;
  }
}
