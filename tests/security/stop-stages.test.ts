import { expect, test } from "vitest";
import { GET as ready } from "@/app/api/health/ready/route";
import { streamLive } from "@/lib/contracts/platform/live";
import { createMember } from "@/lib/domain/members";
import { setEventSender } from "@/lib/kernel/outbox";
import { finishBeforeShutdown, onShutdown, type ShutdownStage, shutDown } from "@/lib/kernel/shutdown";
import { newGym } from "@/tests/support/gym/gym";
import { send } from "@/tests/support/http/api";

const stages: ShutdownStage[] = ["database", "handover", "events", "requests", "jobs"];

test("the shutdown stages run in order, event streams end, and committed events are sent first", async () => {
  const gym = await newGym();
  const seen: string[] = [];
  for (const stage of stages) onShutdown(stage, () => void seen.push(stage));
  onShutdown("jobs", () => {
    throw new Error("the handler failed");
  });
  const sent: string[] = [];
  const stage_began = new Promise<void>((resolve) => onShutdown("events", () => resolve()));
  setEventSender(async (events) => {
    await stage_began;
    await new Promise((resolve) => setTimeout(resolve, 20));
    sent.push(...events.map(({ name }) => name));
  });
  const stream = await send(streamLive, {}, gym.people.gym_owner);
  const text = stream.text();
  const answer = await ready();
  expect(answer.status).toBe(200);

  await createMember(gym.people.gym_owner.caller, { first_name: "Aroha" });
  let is_finished = false;
  void finishBeforeShutdown(
    "jobs",
    new Promise((resolve) => setTimeout(resolve, 20)).then(() => {
      is_finished = true;
    }),
  );
  onShutdown("requests", () => void seen.push(`finished ${is_finished}`));
  const stopped = shutDown();
  const refusal = await ready();
  expect([refusal.status, await refusal.json()]).toEqual([503, { status: "stopping" }]);
  await stopped;

  expect(await text).toContain("retry: 2000");
  expect(sent).toContain("members/member.created");
  expect(seen).toEqual(["jobs", "requests", "finished true", "events", "handover", "database"]);
  expect(shutDown()).toBe(stopped);
});
