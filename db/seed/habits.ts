import type { CalendarDay } from "@/lib/values/calendar-day";
import type { CheckInMethod } from "@/lib/values/statuses";
import { dayPlus } from "./days";
import { type SeedStatus, weeklySwing } from "./gym";
import type { SeedMembership } from "./memberships";
import type { Random } from "./random";

/** Training habits: frequency, weekdays, time of day, and a decline. */
export type Habit = {
  /** Visit probability by weekday, Monday first. */
  by_weekday: number[];
  hours: HourWeights;
  decline: { from_on: CalendarDay; to: number } | null;
  method: CheckInMethod;
};

type HourWeights = readonly (readonly [number, number])[];

const slots: Record<string, HourWeights> = {
  early: [
    [5, 24],
    [6, 44],
    [7, 25],
    [8, 7],
  ],
  morning: [
    [8, 22],
    [9, 36],
    [10, 28],
    [11, 14],
  ],
  lunch: [
    [11, 14],
    [12, 56],
    [13, 30],
  ],
  afternoon: [
    [14, 32],
    [15, 38],
    [16, 30],
  ],
  evening: [
    [16, 7],
    [17, 31],
    [18, 37],
    [19, 19],
    [20, 6],
  ],
  late: [
    [20, 36],
    [21, 50],
    [22, 14],
  ],
};

const weekendHours: HourWeights = [
  [7, 6],
  [8, 15],
  [9, 24],
  [10, 24],
  [11, 15],
  [12, 7],
  [15, 4],
  [17, 5],
];
const anyHour: HourWeights = [
  [6, 14],
  [7, 10],
  [9, 9],
  [12, 15],
  [15, 6],
  [17, 20],
  [18, 18],
  [19, 8],
];

export function habitFor(status: SeedStatus, memberships: SeedMembership[], today: CalendarDay, random: Random): Habit {
  const visits_a_week = frequency(status, memberships, random);
  const count = Math.min(6, Math.max(1, Math.round(visits_a_week)));
  const usual = new Set<number>();
  while (usual.size < count) usual.add(random.weighted(weeklySwing.map((swing, day) => [day, swing ** 2] as const)));
  return {
    by_weekday: weeklySwing.map((swing, day) =>
      Math.min(
        0.96,
        (usual.has(day) ? 0.84 * Math.min(1.1, visits_a_week / count) : 0.03 * visits_a_week) * Math.sqrt(swing),
      ),
    ),
    hours: slots[
      random.weighted([
        ["early", 22],
        ["morning", 12],
        ["lunch", 12],
        ["afternoon", 7],
        ["evening", 40],
        ["late", 7],
      ] as const)
    ] as HourWeights,
    decline: declineFor(status, memberships, today, random),
    method: random.weighted([
      ["qr", 66],
      ["card", 22],
      ["code", 6],
      ["manual", 6],
    ] as const),
  };
}

function frequency(status: SeedStatus, memberships: SeedMembership[], random: Random): number {
  const last = memberships.at(-1);
  if (last?.plan.kind === "session_pack") return 0.9 + random.next();
  if (last?.plan.kind === "day_pass") return 7;
  if (status === "trial") return 4;
  return Math.max(
    0.15,
    random.weighted([
      [5, 17],
      [3.8, 30],
      [2.7, 30],
      [1.4, 16],
      [0.3, 7],
    ] as const) + random.normal(0, 0.35),
  );
}

function declineFor(
  status: SeedStatus,
  memberships: SeedMembership[],
  today: CalendarDay,
  random: Random,
): Habit["decline"] {
  const last = memberships.at(-1);
  const end = last?.cancelled_on ?? last?.ends_on;
  if ((status === "cancelled" || status === "expired") && end)
    return random.chance(0.7) ? { from_on: dayPlus(end, -random.integer(30, 70)), to: 0.1 } : null;
  if (status === "active" && random.chance(0.14))
    return { from_on: dayPlus(today, -random.integer(20, 75)), to: random.chance(0.5) ? 0 : 0.2 };
  if (status === "overdue" && random.chance(0.5)) return { from_on: dayPlus(today, -random.integer(15, 40)), to: 0.25 };
  return null;
}

/** The arrival time as a minute of the local day. */
export function arrivalMinute({ hours }: Habit, weekday: number, random: Random): number {
  const weights = weekday >= 5 && random.chance(0.6) ? weekendHours : random.chance(0.15) ? anyHour : hours;
  return random.weighted(weights) * 60 + random.integer(0, 59);
}
