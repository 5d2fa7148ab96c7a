import type { ChildProcess } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { and, eq, isNull, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { memberships, messages, outboxEvents } from "@/db/schema";
import { executorQuery, inTenant } from "@/db/tenancy";
import { systemClock } from "@/lib/kernel/clock";
import { sized } from "@/tests/support/environment/soak";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";
import { FastClock } from "@/tests/support/jobs/fast-clock";
import type { Order } from "@/tests/support/jobs/gym-worker";
import { choose, resend } from "@/tests/support/messages/delivery";
import { messagesOf } from "@/tests/support/messages/messages";
import { bundle, kill, startChild } from "@/tests/support/processes/child";
import { type Faults, mailVendor } from "@/tests/support/vendors/vendors";

const kills = sized(4, 20);
const people = sized(120, 500);

/** The clocks of the processes: a minute passes in a second, and each clock starts some minutes after the last one. */
class Time {
  private clock: FastClock | undefined;

  after(minutes: number): Order["clock"] {
    const now = systemClock.now();
    const from = this.clock?.now().add({ minutes }) ?? now;
    const times = 60;
    this.clock = new FastClock(from, now, times);
    return { from: from.toString(), began: now.toString(), times };
  }
}

const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });

/** Ready, but not started: the start of a process takes longer than its work. */
class StandBy {
  private readonly ready: Promise<ChildProcess>[] = [];
  private left = kills + 1;

  constructor(private readonly file: string) {
    for (let n = 0; n < 2; n++) this.startOne();
  }

  private startOne(): void {
    if (this.left > 0) this.ready.push(startChild(this.file));
    this.left -= 1;
  }

  async next(): Promise<ChildProcess> {
    this.startOne();
    const child = await this.ready.shift();
    if (!child) throw new Error("There is a process for every round");
    return child;
  }
}

const soldTo = async (gym: Gym): Promise<Set<string>> => {
  const rows = await inTenant(inGym(gym), (db) =>
    db
      .select({ member_id: memberships.member_id })
      .from(memberships)
      .where(eq(memberships.organization_id, gym.organization_id)),
  );
  return new Set(rows.map(({ member_id }) => member_id));
};

const sentIn = (gym: Gym): Promise<number> =>
  inTenant(inGym(gym), (db) =>
    db.$count(messages, and(eq(messages.organization_id, gym.organization_id), eq(messages.state, "sent"))),
  );

/** Moves the clock past the leases and the unsent events of the killed process. Returns the number of those events. */
async function timePasses(gym: Gym): Promise<{ leases: number; events: number }> {
  const leases = await executorQuery(
    "update job_queue set locked_until = clock_timestamp() - interval '1 second' where locked_until is not null and function_id like 'fitflow-%'",
  );
  const events = await inTenant(inGym(gym), (db) =>
    db
      .update(outboxEvents)
      .set({ created_at: sql`${outboxEvents.created_at} - interval '10 seconds'` })
      .where(and(eq(outboxEvents.organization_id, gym.organization_id), isNull(outboxEvents.sent_at))),
  );
  return { leases: leases.rowCount ?? 0, events: events.rowCount ?? 0 };
}

test("P1 P12 power cuts while hundreds join and are welcomed: each gets one mail, at a vendor that loses answers too", async () => {
  const gym = await newGym();
  await choose(gym, resend);
  const plan_id = (await newPlan(gym)).id;
  const folder = await mkdtemp(join(tmpdir(), "fitflow-vendor-"));
  const faults: Faults = { lose_every: 7, slow_down_every: 11 };
  const vendor = await mailVendor(join(folder, "taken"), faults);
  const standBy = new StandBy(await bundle("tests/support/jobs/gym-worker.ts"));
  const newcomers = Array.from({ length: people }, (_, n) =>
    newMember(gym, { first_name: `M${n}`, email: `m${n}@example.com` }),
  );
  const members = await Promise.all(newcomers);
  const time = new Time();
  const left = { leases: 0, events: 0 };
  /** Sells to all members of this round: each round adds some, and the last kill may have left some out. */
  const work = async (round: number): Promise<ChildProcess> => {
    const child = await standBy.next();
    const sold = await soldTo(gym);
    const member_ids = members.slice(0, Math.ceil((people * (round + 1)) / (kills + 1))).filter((id) => !sold.has(id));
    // What the last one had claimed is free again; in the end also what waits for an hour, since it was tried often.
    const clock = time.after(round < kills ? 6 : 90);
    const { organization } = gym;
    child.send({ organization, endpoint: vendor.url, clock, sales: { plan_id, member_ids } } satisfies Order);
    return child;
  };
  for (let round = 0; round < kills; round++) {
    const calls = vendor.calls();
    const child = await work(round);
    await once(child, "message");
    // By turns somewhere on the way from the sale to the vendor, and somewhere between its hearing of it and our writing it down.
    if (round % 2 === 1) await vi.waitUntil(() => vendor.calls() > calls, { timeout: 30_000, interval: 1 });
    await wait(randomInt(0, round % 2 === 1 ? 60 : 600));
    await kill(child);
    const { leases, events } = await timePasses(gym);
    left.leases += leases;
    left.events += events;
  }
  const taken_before = vendor.message_ids().length;
  // Bad luck with a message that was tried often would only take another hour of the clock.
  Object.assign(faults, { lose_every: undefined, slow_down_every: undefined });
  const last = await work(kills);
  await vi.waitUntil(async () => (await sentIn(gym)) === people, { timeout: 150_000, interval: 200 });
  await kill(last);
  await vendor.close();

  expect(taken_before, "the cuts came before anything was sent").toBeGreaterThan(0);
  expect(
    Math.min(left.leases, left.events),
    "no cut came while an event was on its way, or while a job was at work",
  ).toBeGreaterThan(0);
  const written = await messagesOf(gym);
  const arrived = vendor.message_ids();
  expect([arrived.length, new Set(arrived).size]).toEqual([people, people]);
  expect(new Set(arrived)).toEqual(new Set(written.map(({ id }) => id)));
}, 400_000);
