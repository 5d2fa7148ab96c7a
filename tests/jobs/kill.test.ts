import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { executorQuery } from "@/db/tenancy";
import { ingest } from "@/inngest/embedded";
import { runsOf } from "@/tests/support/jobs/runs";
import { bundle, kill, startChild } from "@/tests/support/processes/child";

const EVENTS = 40;
const KILLS = 3;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const finished = async (app: { id: string }) => (await runsOf(app)).filter(({ state }) => state === "completed").length;

async function untilFinished(app: { id: string }, count: number): Promise<void> {
  while ((await finished(app)) < count) await wait(20);
}

/** The killed process prolongs nothing any more; the test does not wait the seconds until its leases end. */
const endLeases = ({ id }: { id: string }) =>
  executorQuery(
    "update job_queue set locked_until = clock_timestamp() - interval '1 second' where locked_until is not null and function_id like $1",
    [`${id}-%`],
  );

test("with processes killed while events are sent, every step of every run has its effect", async () => {
  const app = { id: `kill-${newId().slice(-12)}` };
  const file = await bundle("tests/support/jobs/worker.ts");
  const children = await Promise.all(Array.from({ length: KILLS + 1 }, () => startChild(file, [app.id])));
  await ingest(Array.from({ length: EVENTS }, (_, n) => ({ name: `${app.id}/enrolled`, data: { n } })));
  for (const [turn, child] of children.entries()) {
    child.send("go");
    if (turn === KILLS) break;
    // At some point of the work, which grows from turn to turn.
    await untilFinished(app, Math.floor((turn * EVENTS) / (KILLS + 1)));
    await wait(Math.random() * 60);
    await kill(child);
    await endLeases(app);
  }
  await untilFinished(app, EVENTS);
  await kill(children[KILLS]!);
  const { rows } = await executorQuery<{ kind: string; effects: number }>(
    "select split_part(key, ':', 2) as kind, count(*)::int as effects from rate_limits where key like $1 group by 1 order by 1",
    [`${app.id}:%`],
  );
  expect(rows).toEqual(["mail", "text", "write"].map((kind) => ({ kind, effects: EVENTS })));
  const runs = await runsOf(app);
  expect(runs.map(({ state, failures }) => [state, failures.length])).toEqual(Array(EVENTS).fill(["completed", 0]));
}, 60_000);
