import { expect, test } from "vitest";
import { type JobApp, jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const daily = (seen: string[]) =>
  jobApp((inngest) => [
    inngest.createFunction(
      { id: "daily", triggers: [{ cron: "TZ=Europe/Berlin 0 2 * * *" }], retries: 0, concurrency: 1 },
      ({ event }) => {
        seen.push((event.data as unknown as { scheduledAt: string }).scheduledAt);
      },
    ),
    inngest.createFunction({ id: "minutely", triggers: [{ cron: "* * * * *" }], retries: 0 }, () => {
      seen.push("minute");
    }),
  ]);

async function process(app: JobApp, clock: HandClock) {
  const executor = app.executor({ clock });
  await executor.register();
  return executor;
}

const days = (seen: string[]) => seen.filter((entry) => entry !== "minute");

test("a schedule ticks once a day across the clock changes", async () => {
  const seen: string[] = [];
  const app = daily(seen);
  const clock = new HandClock("2026-03-27T12:00:00Z");
  const executor = await process(app, clock);
  for (let quarter = 0; quarter < 12; quarter++) {
    clock.advance({ hours: 6 });
    await executor.settle();
  }
  expect(days(seen)).toEqual(["2026-03-28T01:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z"]);
});

test("a tick that three processes see fires once", async () => {
  const seen: string[] = [];
  const app = daily(seen);
  const clock = new HandClock("2026-03-05T00:59:30Z");
  const executors = await Promise.all([1, 2, 3].map(() => process(app, clock)));
  for (let minute = 0; minute < 2; minute++) {
    clock.advance({ minutes: 1 });
    await Promise.all(executors.map((executor) => executor.settle()));
  }
  expect(days(seen)).toEqual(["2026-03-05T01:00:00Z"]);
  expect(seen.filter((entry) => entry === "minute")).toHaveLength(2);
});

test("after three days of downtime each missed day runs in order, and of a minutely trigger only the latest tick", async () => {
  const seen: string[] = [];
  const app = daily(seen);
  const clock = new HandClock("2026-03-05T12:00:00Z");
  await process(app, clock);
  clock.set("2026-03-08T12:00:30Z");
  await (await process(app, clock)).settle();
  expect(days(seen)).toEqual(["2026-03-06T01:00:00Z", "2026-03-07T01:00:00Z", "2026-03-08T01:00:00Z"]);
  expect(seen.filter((entry) => entry === "minute")).toHaveLength(1);
});

test("a new schedule does not run for the time before it", async () => {
  const seen: string[] = [];
  const clock = new HandClock("2026-03-05T12:00:00Z");
  await (await process(daily(seen), clock)).settle();
  expect(seen).toEqual([]);
});
