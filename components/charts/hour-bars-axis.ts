import type { HourBar } from "./hour-bars";

/** Steps that people read easily, for each power of ten. */
const steps = [1, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Three whole ticks from 0, the last of them at or above every value. */
export function axisOf(hours: readonly HourBar[]): { highest: number; ticks: number[] } {
  const values = hours.flatMap(({ visits, expected, typical }) => [(visits ?? 0) + (expected ?? 0), typical ?? 0]);
  const half = Math.max(1, ...values) / 2;
  const power = 10 ** Math.floor(Math.log10(half));
  const candidates = steps.map((step) => step * power).filter((step) => Number.isInteger(step) && step >= half);
  const step = candidates[0] ?? Math.ceil(half);
  return { highest: step * 2, ticks: [0, step, step * 2] };
}
