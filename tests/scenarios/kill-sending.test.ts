import { type ChildProcess, fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { expect, test, vi } from "vitest";
import { choose, resend } from "@/tests/support/delivery";
import { type Gym, newGym, newMember } from "@/tests/support/gym";
import { messagesOf, noon, tell } from "@/tests/support/messages";
import { mailVendor } from "@/tests/support/vendors";

const kills = 20;
const people = 500;

/** Ready to send, but not yet told to: starting takes longer than sending. */
async function standBy(): Promise<ChildProcess> {
  const child = fork("tests/support/send-worker.ts", {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await once(child, "message");
  return child;
}

async function killAfter(child: ChildProcess, ms: number): Promise<void> {
  await wait(ms);
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

async function join25(gym: Gym, round: number): Promise<void> {
  const count = people / kills;
  const ids = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      newMember(gym, { first_name: `M${round}-${n}`, email: `m${round}-${n}@example.com` }),
    ),
  );
  const variables = { plan_name: "Unlimited", starts_on: "2026-03-12" };
  await tell(
    gym,
    "welcome",
    ids.map((member_id) => ({ member_id, event_key: "welcome", variables })),
  );
}

test("P1 P12 twenty power cuts while five hundred are welcomed: each gets one mail, at a vendor that loses answers too", async () => {
  const gym = await newGym();
  await choose(gym, resend);
  const folder = await mkdtemp(join(tmpdir(), "fitflow-vendor-"));
  const vendor = await mailVendor(join(folder, "taken"), { lose_every: 7, slow_down_every: 11 });
  const order = (round: number) => ({
    organization: gym.organization,
    endpoint: vendor.url,
    looks: round === kills ? 40 : 1,
    // Long enough after the last one for its claims to have run out.
    at: Temporal.Instant.from(noon)
      .add({ minutes: 6 * (round + 1) })
      .toString(),
  });
  const ready = [standBy(), standBy()];
  const nextProcess = async (round: number) => {
    if (round + ready.length <= kills) ready.push(standBy());
    const child = await ready.shift();
    if (!child) throw new Error("There is a process for every round");
    return child;
  };
  for (let round = 0; round < kills; round++) {
    await join25(gym, round);
    const child = await nextProcess(round);
    const calls = vendor.calls();
    child.send(order(round));
    // By turns somewhere on the way to the vendor, and somewhere between its hearing of it and our writing it down.
    if (round % 2 === 1) await vi.waitUntil(() => vendor.calls() > calls, { timeout: 30_000, interval: 1 });
    await killAfter(child, randomInt(0, round % 2 === 1 ? 60 : 600));
  }
  const taken_before = vendor.message_ids().length;
  const last = await nextProcess(kills);
  last.send(order(kills));
  await once(last, "message");
  await killAfter(last, 0);
  await vendor.close();

  expect(taken_before, "the cuts came before anything was sent").toBeGreaterThan(0);
  const written = await messagesOf(gym);
  expect(written.map(({ state }) => state).filter((state) => state !== "sent")).toEqual([]);
  const arrived = vendor.message_ids();
  expect([arrived.length, new Set(arrived).size]).toEqual([500, 500]);
  expect(new Set(arrived)).toEqual(new Set(written.map(({ id }) => id)));
}, 240_000);
