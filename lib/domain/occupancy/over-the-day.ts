import { Temporal } from "temporal-polyfill";

/** How many more (or fewer) are inside at the end of a quarter of an hour than before it; -1 came before midnight. */
export type Movement = { quarter: number; change: number };

const quarterMinutes = 15;

/** Counts in real time, so that a day of 23 or 25 hours has 92 or 100 quarters. */
export function overTheDay(movements: readonly Movement[], day_began_at: string, now: string) {
  const began = Temporal.Instant.from(day_began_at);
  const minutes = began.until(Temporal.Instant.from(now)).total("minutes");
  const changes = new Map(movements.map(({ quarter, change }) => [quarter, change]));
  let inside = changes.get(-1) ?? 0;
  return Array.from({ length: Math.floor(minutes / quarterMinutes) }, (_, quarter) => {
    inside += changes.get(quarter) ?? 0;
    return { at: began.add({ minutes: (quarter + 1) * quarterMinutes }).toString(), inside };
  });
}
