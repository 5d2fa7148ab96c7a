import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { executorQuery } from "@/db/tenancy";
import type { Order } from "@/tests/support/jobs/emitting-worker";
import { bundle, startChild } from "@/tests/support/processes/child";

let file: Promise<string> | undefined;

/** A process that runs no jobs. This one takes the place of its primary. */
async function otherProcess(): Promise<ChildProcess> {
  file ??= bundle("tests/support/jobs/emitting-worker.ts");
  return startChild(await file);
}

async function emit(child: ChildProcess, ...names: string[]): Promise<void> {
  child.send({ emit: names } satisfies Order);
  // Its question to the primary comes before.
  for (let is_done = false; !is_done; ) {
    const [message] = (await once(child, "message")) as [{ ids?: string[] }];
    is_done = message.ids !== undefined;
  }
}

/** Which of the names have a stored event, in the given order. */
async function stored(...names: string[]): Promise<string[]> {
  const { rows } = await executorQuery<{ name: string }>(
    "select name from job_events where name = any($1) order by array_position($1, name)",
    [names],
  );
  return rows.map(({ name }) => name);
}

test("a process stores every event until it hears which ones start jobs, and then only these", async () => {
  const unique = newId();
  const [before, wanted, unwanted] = [`t/before-${unique}`, `t/wanted-${unique}`, `t/unwanted-${unique}`];
  const child = await otherProcess();
  await emit(child, before);
  child.send({ fitflow: "subscribed", names: [wanted] });
  await emit(child, wanted, unwanted);
  expect(await stored(before, wanted, unwanted)).toEqual([before, wanted]);
});
