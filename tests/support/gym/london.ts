import { HandClock } from "@/tests/support/jobs/hand-clock";
import { openedAt } from "@/tests/support/jobs/schedules";
import { type Gym, newGym } from "./gym";

/** A gym in London whose staff work by the clock. Its schedules know the days from `opened_at` on. */
export async function gymAt(iso: string, opened_at = "2025-12-01T00:00:00Z"): Promise<{ gym: Gym; clock: HandClock }> {
  const clock = new HandClock(iso);
  const gym = await newGym({ time_zone: "Europe/London", currency: "EUR", clock });
  await openedAt(gym, opened_at);
  return { gym, clock };
}

export const owner = (gym: Gym) => gym.people.gym_owner.caller;
export const desk = (gym: Gym) => gym.people.receptionist.caller;

/** The code of the refusal, or "done". */
export const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    ({ code, message }: { code?: string; message: string }) => code ?? message,
  );
