import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/access/passes";
import { checkIn, closeStaleVisits } from "@/lib/domain/access/check-ins";
import { getOwnPass, readPass } from "@/lib/domain/access/passes";
import { writePass } from "@/lib/domain/access/passes/pass";
import type { Caller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { Problem } from "@/lib/kernel/errors";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newMembership } from "@/tests/support/gym/visits";
import { refusal } from "@/tests/support/http/api";

const at = (caller: Caller, instant: string): Caller => ({ ...caller, clock: fixedClock(instant) });

async function gymWithPass(instant = "2026-03-05T10:00:00Z") {
  const gym = await newGym();
  await newMembership(gym, gym.member_id);
  const { passes } = await getOwnPass(at(gym.people.member.caller, instant), {});
  return { gym, passes };
}

/** What the desk is answered to a pass at a moment: the visit, or the one reason. */
async function scan(gym: Gym, qr: string, instant: string) {
  try {
    const { id, repeated, method } = await checkIn(at(gym.people.receptionist.caller, instant), { qr });
    return { id, repeated, method };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { reason: (error.extras.extensions as { decision: { reason: string } }).decision.reason };
  }
}

test("I1 a pass lets its member in within its minute, as a QR scan", async () => {
  const { gym, passes } = await gymWithPass();
  expect(await scan(gym, passes[0]?.text ?? "", "2026-03-05T10:00:40Z")).toMatchObject({
    repeated: false,
    method: "qr",
  });
});

test("I1 a photo of a pass is rejected once its minute is over", async () => {
  const { gym, passes } = await gymWithPass();
  expect(await scan(gym, passes[0]?.text ?? "", "2026-03-05T10:00:59Z")).toMatchObject({ repeated: false });
  const { gym: other, passes: old } = await gymWithPass();
  expect(await scan(other, old[0]?.text ?? "", "2026-03-05T10:01:00Z")).toEqual({ reason: "expired_code" });
});

test("I1 a pass that was loaded in advance is not valid before its minute", async () => {
  const { gym, passes } = await gymWithPass();
  expect(await scan(gym, passes[10]?.text ?? "", "2026-03-05T10:00:00Z")).toEqual({ reason: "expired_code" });
  expect(await scan(gym, passes[10]?.text ?? "", "2026-03-05T10:05:00Z")).toMatchObject({ repeated: false });
});

test("I2 the same pass read twice by a scanner is one visit with the same answer", async () => {
  const { gym, passes } = await gymWithPass();
  const first = await scan(gym, passes[0]?.text ?? "", "2026-03-05T10:00:05Z");
  const second = await scan(gym, passes[0]?.text ?? "", "2026-03-05T10:00:09Z");
  expect(second).toEqual({ ...first, repeated: true });
});

test("I1 a pass is valid once", async () => {
  const { gym, passes } = await gymWithPass();
  await scan(gym, passes[0]?.text ?? "", "2026-03-05T10:00:05Z");
  expect(await scan(gym, passes[0]?.text ?? "", "2026-03-05T10:00:50Z")).toEqual({ reason: "replayed_code" });
});

test("I1 a refused pass is not used up: after the reason is fixed it is accepted", async () => {
  const gym = await newGym();
  const { passes } = await getOwnPass(at(gym.people.member.caller, "2026-03-05T10:00:00Z"), {});
  expect(await scan(gym, passes[0]?.text ?? "", "2026-03-05T10:00:05Z")).toEqual({ reason: "no_membership" });
  await newMembership(gym, gym.member_id);
  expect(await scan(gym, passes[0]?.text ?? "", "2026-03-05T10:00:30Z")).toMatchObject({ repeated: false });
});

test("I3 fifty scanners with one pass make one visit", async () => {
  const { gym, passes } = await gymWithPass();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => scan(gym, passes[0]?.text ?? "", "2026-03-05T10:00:05Z")),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(answers.filter(({ repeated }) => repeated === false)).toHaveLength(1);
});

test("I5 a pass of another gym is rejected as such and reveals nothing about its member", async () => {
  const [{ gym }, { passes }] = await Promise.all([gymWithPass(), gymWithPass()]);
  expect(await scan(gym, passes[0]?.text ?? "", "2026-03-05T10:00:05Z")).toEqual({ reason: "wrong_organization" });
});

test("a pass with a single character changed is no pass", async () => {
  const { gym, passes } = await gymWithPass();
  const text = passes[0]?.text ?? "";
  for (const position of [1, 40, 90, 170]) {
    const forged = `${text.slice(0, position)}${text[position] === "A" ? "B" : "A"}${text.slice(position + 1)}`;
    expect(await scan(gym, forged, "2026-03-05T10:00:05Z")).toEqual({ reason: "unknown_code" });
  }
});

test("a USB scanner that types a pass into the code field checks in by pass", async () => {
  const { gym, passes } = await gymWithPass();
  const caller = at(gym.people.receptionist.caller, "2026-03-05T10:00:05Z");
  const answer = await checkIn(caller, { code: ` ${passes[0]?.text.toLowerCase()} ` });
  expect([answer.method, answer.member?.id]).toEqual(["qr", gym.member_id]);
});

test("passes follow each other without a gap for ten minutes, each shown for half of its minute", async () => {
  const { passes } = await gymWithPass();
  expect(passes).toHaveLength(20);
  expect(passes[0]).toMatchObject({
    shown_from: "2026-03-05T10:00:00Z",
    shown_until: "2026-03-05T10:00:30Z",
    expires_at: "2026-03-05T10:01:00Z",
  });
  for (const [index, pass] of passes.slice(1).entries()) expect(pass.shown_from).toBe(passes[index]?.shown_until);
  expect(new Set(passes.map(({ text }) => text)).size).toBe(20);
});

test("a pass is short enough for a QR that a phone's camera reads at once", async () => {
  const { passes } = await gymWithPass();
  expect(passes[0]?.text).toMatch(/^[A-X2-9]{175}$/);
});

test("a pass carries organization, member, expiry and nonce under an Ed25519 signature", async () => {
  const owner = {
    organization_id: "0197f0a0-0000-7000-8000-0000000000a0",
    member_id: "0197f0a0-0000-7000-8000-000000000101",
  };
  const text = writePass({ ...owner, expires_at: Temporal.Instant.from("2026-03-05T10:01:00Z") });
  const claims = readPass(text);
  expect(claims).toMatchObject(owner);
  expect(claims?.expires_at.toString()).toBe("2026-03-05T10:01:00Z");
  expect(claims?.nonce).toMatch(/^[\w-]{11}$/);
});

test("only a member has a pass; staff without a member record get a 403", async () => {
  const gym = await newGym();
  const refused = await refusal(contracts.getOwnPass, {}, { token: gym.people.gym_owner.token });
  expect(refused.status).toBe(403);
});

test("I12 a visit ends by itself after two hours, once, however often it is swept", async () => {
  const { gym, passes } = await gymWithPass();
  await scan(gym, passes[0]?.text ?? "", "2026-03-05T10:00:05Z");
  const sweep = (instant: string) => closeStaleVisits(gym.organization, fixedClock(instant));
  expect(await sweep("2026-03-05T12:00:00Z")).toBe(0);
  expect(await sweep("2026-03-05T12:00:05Z")).toBe(1);
  expect(await sweep("2026-03-05T12:30:00Z")).toBe(0);
});
