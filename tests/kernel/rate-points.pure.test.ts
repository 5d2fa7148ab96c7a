import { expect, test } from "vitest";
import { type LedgerMessage, RatePoints } from "@/lib/kernel/rate-points";
import { RateLedger } from "@/scripts/processes/rate-ledger.mjs";

const limit = { points: 100, window_ms: 60_000 };

/** So many processes on one ledger. Messages arrive later and in order, as between processes. */
function processes(count: number) {
  const points = Array.from({ length: count }, () => new RatePoints());
  const silent = new Set<RatePoints>();
  let asked = 0;
  const ledger: RateLedger = new RateLedger({
    members: () => count,
    send: (member, message) =>
      void setImmediate(() => {
        const one = points[member];
        if (one && !silent.has(one)) one.receive(message as LedgerMessage);
      }),
  });
  for (const [member, one] of points.entries())
    one.line = {
      isOpen: () => true,
      send: (message) => {
        asked += (message.asks as unknown[]).length;
        setImmediate(() => ledger.receive(member, message));
      },
    };
  return { points, ledger, silence: (one: RatePoints) => silent.add(one), asked: () => asked };
}

async function allowed(requests: (() => ReturnType<RatePoints["take"]>)[]): Promise<number> {
  const states = await Promise.all(requests.map((request) => request()));
  return states.filter(({ is_allowed }) => is_allowed).length;
}

const times = (count: number, points: RatePoints, key = "client") =>
  Array.from({ length: count }, () => () => points.take(key, limit));

/** A report and the totals have a timer of 50 ms each, and each turn here begins after the one before. */
async function exchanged(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve, 60));
}

test("a process alone allows exactly the limit, and counts down", async () => {
  const points = new RatePoints();
  expect(await points.take("client", limit)).toMatchObject({ is_allowed: true, remaining: 99 });
  expect(await allowed(times(150, points))).toBe(99);
  expect(await points.take("client", limit)).toMatchObject({ is_allowed: false, remaining: 0 });
  expect(await points.take("other", limit)).toMatchObject({ is_allowed: true, remaining: 99 });
});

test.each([1, 2, 3, 8])("%i processes together allow exactly the limit", async (count) => {
  const { points } = processes(count);
  expect(await allowed(points.flatMap((one) => times(150, one)))).toBe(100);
  for (const one of points) expect(await one.take("client", limit)).toMatchObject({ is_allowed: false });
});

test("points that an idle process has not used are called back", async () => {
  const { points } = processes(2);
  const [busy, idle] = [points[0]!, points[1]!];
  expect(await allowed(times(1, idle))).toBe(1);
  let count = 0;
  for (let sent = 0; sent < 120; sent += 1) if ((await busy.take("client", limit)).is_allowed) count += 1;
  expect(count).toBe(99);
  expect(await idle.take("client", limit)).toMatchObject({ is_allowed: false, remaining: 0 });
});

test("the remaining points are right in every process after an exchange", async () => {
  const { points } = processes(2);
  const [one, other] = [points[0]!, points[1]!];
  await allowed([...times(20, one), ...times(10, other)]);
  await exchanged();
  expect(await one.take("client", limit)).toMatchObject({ remaining: 69 });
  await exchanged();
  expect(await other.take("client", limit)).toMatchObject({ remaining: 68 });
});

test("few questions are asked: most requests are counted without the primary", async () => {
  const { points, asked } = processes(2);
  let count = 0;
  for (let sent = 0; sent < 100; sent += 1) if ((await points[0]!.take("client", limit)).is_allowed) count += 1;
  expect(count).toBe(100);
  expect(asked()).toBeLessThan(25);
});

test("the points that a process had when it ended are free again, and what it used stays used", async () => {
  const { points, ledger } = processes(2);
  const [gone, left] = [points[0]!, points[1]!];
  expect(await allowed(times(10, gone))).toBe(10);
  gone.report();
  await exchanged();
  ledger.forget(0);
  expect(await allowed(times(120, left))).toBe(90);
});

test("a process that does not answer keeps its points, and nobody waits for it", async () => {
  const { points, silence } = processes(2);
  const [stuck, other] = [points[0]!, points[1]!];
  expect(await allowed(times(1, stuck))).toBe(1);
  silence(stuck);
  const passed = await allowed(times(120, other));
  expect(passed).toBe(75);
});

test("a new window begins with all points", async () => {
  const { points } = processes(2);
  const short = { points: 4, window_ms: 300 };
  const take = () => points[0]!.take("client", short);
  expect(await allowed([take, take, take, take, take])).toBe(4);
  await exchanged();
  await exchanged();
  expect(await take()).toMatchObject({ is_allowed: true, remaining: 3 });
});
