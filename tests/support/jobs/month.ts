import { Temporal } from "temporal-polyfill";
import { cancelMembership, sellMembership } from "@/lib/domain/memberships";
import { confirmCancellation, welcomeMember } from "@/lib/domain/messages/reminders";
import { fixedClock } from "@/lib/kernel/clock";
import { addDays } from "@/lib/values/calendar-day";
import { type Gym, newMember } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";
import { newMembership, newVisit } from "@/tests/support/gym/visits";
import { messagesOf } from "@/tests/support/messages/messages";
import { claimAt, clockwork, oldGym, perform, takeEvents } from "./schedules";

/** A month of a gym around the night on which New York changes its clocks. */
export type Month = { time_zone: string; from_on: string; days: number; change_on: string };

/** How ticks run: the workers per tick, the deliveries per event, and the days without a worker. */
export type Keeping = { workers?: number; deliveries?: number; down?: { from_on: string; to_on: string } };

const consent = { marketing_consent_at: "2026-01-01T00:00:00Z", marketing_consent_source: "member" as const };

/** One member for each message that the month must send, and for each that it must not send. */
async function people(gym: Gym, { change_on, time_zone }: Month) {
  const on = (days: number) => addDays(change_on, days);
  const come = (first_name: string, fields: Parameters<typeof newMember>[1] = {}) =>
    newMember(gym, { first_name, email: `${first_name.toLowerCase()}@example.com`, ...consent, ...fields });
  const term = { kind: "fixed_term" as const, plan_name: "Quarter" };
  const cancelled = { cancelled_at: `${on(-30)}T12:00:00Z`, cancelled_on: on(1) };
  await newMembership(gym, await come("Ada"), { ...term, ends_on: change_on });
  await come("Ben", { birth_on: `1990${change_on.slice(4)}` });
  await come("Cleo", { birth_on: "1996-02-29" });
  await newMembership(gym, await come("Dan"), { freezes: [{ from_on: on(-30), to_on: on(-1) }] });
  const eve = await come("Eve");
  await newMembership(gym, eve);
  const last_visit = { check_in_at: `${on(-21)}T15:00:00Z`, check_out_at: `${on(-21)}T16:00:00Z`, time_zone };
  await newVisit(gym, eve, last_visit);
  const fay = await come("Fay");
  await newMembership(gym, fay, { ...term, ends_on: change_on });
  await newMembership(gym, fay, { ...term, starts_on: on(1), ends_on: on(90) });
  await newMembership(gym, await come("Gus"), { ...term, ends_on: change_on, ...cancelled });
  const ida = await come("Ida");
  await newMembership(gym, ida, { ...term, ends_on: change_on, freezes: [{ from_on: on(-10), to_on: null }] });
  return { hana: await come("Hana") };
}

const localTimes = ["00:15", "00:30", "08:00", "09:00", "10:00", "11:00", "12:00"];

/** Every moment at which the wall clock of the gym shows one of these times, in order. */
function moments({ time_zone, from_on, days }: Month): { day: string; time: string; at: string }[] {
  return Array.from({ length: days }, (_, index) => addDays(from_on, index)).flatMap((day) =>
    localTimes.map((time) => ({
      day,
      time,
      at: Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(time_zone).toInstant().toString(),
    })),
  );
}

/** Walks through the month; what the messages say, in the order in which they were queued, with the gym's local time. */
export async function liveThrough(month: Month, keeping: Keeping = {}): Promise<{ at: string; says: string }[]> {
  const gym = await oldGym(month.time_zone);
  const { hana } = await people(gym, month);
  const plan = await newPlan(gym, { name: "Unlimited" });
  const owner = (at: string) => ({ ...gym.people.gym_owner.caller, clock: fixedClock(at) });
  let membership_id = "";
  for (const { day, time, at } of moments(month)) {
    if (time === "12:00" && day === addDays(month.change_on, -3)) {
      membership_id = (await sellMembership(owner(at), { member_id: hana, plan_id: plan.id })).id;
    }
    if (time === "12:00" && day === addDays(month.change_on, 5)) {
      await cancelMembership(owner(at), { id: membership_id, when: "period_end" });
    }
    const is_down = keeping.down && day >= keeping.down.from_on && day <= keeping.down.to_on;
    if (!is_down) await tick(gym, at, keeping);
  }
  return (await messagesOf(gym)).map(({ created_at, to_name, subject }) => ({
    at: Temporal.Instant.from(created_at)
      .toZonedDateTimeISO(month.time_zone)
      .toString({ smallestUnit: "minute", timeZoneName: "never" }),
    says: `${to_name}: ${subject.replace(gym.organization.name, "the gym")}`,
  }));
}

async function tick(gym: Gym, at: string, { workers = 1, deliveries = 1 }: Keeping): Promise<void> {
  await Promise.all(Array.from({ length: workers }, () => claimAt(gym, at)));
  const events = await takeEvents(gym);
  for (const event of events) await Promise.all(Array.from({ length: deliveries }, () => react(gym, at, event)));
}

/** What inngest/reactions does with an event. */
async function react(gym: Gym, at: string, { name, payload }: { name: string; payload: Record<string, unknown> }) {
  const membership_id = String(payload.membership_id);
  if (name === "schedules/runs.due") await perform(gym, at, payload.run_ids as string[]);
  if (name === "memberships/membership.sold") await welcomeMember(clockwork(gym, at), { membership_id });
  if (name === "memberships/membership.cancelled") await confirmCancellation(clockwork(gym, at), { membership_id });
}
