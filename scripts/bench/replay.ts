import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { pool } from "@/db/client";
import { sendTogether } from "@/db/client-query";
import type { People, Visitor } from "./people";
import { messagesOf, type Recording, type Statement } from "./recording";
import type { Scenario } from "./scenarios";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The statements of the n-th request. */
export function statementsOf({ visitor }: Scenario, recordings: Recording[], people: People, n: number): Statement[] {
  const recording = recordings[n % recordings.length];
  if (!recording) return [];
  return visitor ? substitute(recording, visitor(recording.n), visitor(n), people.constants) : recording.statements;
}

/** Replaces the member in the statements, and generates new ids for new rows. */
function substitute(recording: Recording, from: Visitor, to: Visitor, constants: Set<string>): Statement[] {
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

const send = (client: PoolClient, statements: Statement[]): Promise<unknown> => {
  const [first] = statements;
  if (statements.length > 1 || !first) return sendTogether(client, statements);
  const { text, name, values, rowMode } = first;
  return client.query({ text, values: values ?? [], ...(name && { name }), ...(rowMode && { rowMode }) });
};

/** Replays the statements with the recorded order and concurrency. */
export async function replay(statements: Statement[]): Promise<void> {
  const clients = new Map<number, Promise<PoolClient>>();
  const left = new Map<number, number>();
  for (const { checkout } of statements) left.set(checkout, (left.get(checkout) ?? 0) + 1);
  const answers: Promise<void>[] = [];
  let completed = 0;
  let wake = () => {};
  let failure: unknown;
  for (const sent of messagesOf(statements)) {
    const { checkout, after } = sent[0] as Statement;
    while (completed < after && !failure) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure) break;
    const borrowed = clients.get(checkout) ?? pool().connect();
    clients.set(checkout, borrowed);
    const client = await borrowed;
    const answer = send(client, sent).then(
      () => {
        completed += sent.length;
        const rest = (left.get(checkout) ?? 0) - sent.length;
        left.set(checkout, rest);
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
    for (const [checkout, client] of clients) if ((left.get(checkout) ?? 0) > 0) (await client).release(true);
    throw failure;
  }
}
