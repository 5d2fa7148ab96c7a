import { HandClock } from "@/tests/support/jobs/hand-clock";
import { openedAt } from "@/tests/support/jobs/schedules";
import { type Gym, newGym } from "./gym";

/** A gym in London whose staff work by the clock. */
export async function gymAt(iso: string): Promise<{ gym: Gym; clock: HandClock }> {
  const clock = new HandClock(iso);
  const gym = await newGym({ time_zone: "Europe/London", currency: "EUR", clock });
  await openedAt(gym, "2025-01-01T00:00:00Z");
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
