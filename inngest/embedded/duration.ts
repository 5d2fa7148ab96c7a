import { Temporal } from "temporal-polyfill";

const units: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };

/** The end of a wait, which the SDK writes as `2d3h` or as an instant. */
export function endOfWait(text: string, now: Temporal.Instant): Temporal.Instant {
  if (/^(\d+[wdhms])*$/.test(text)) return now.add({ milliseconds: durationMs(text) });
  return Temporal.Instant.from(text);
}

function durationMs(text: string): number {
  return [...text.matchAll(/(\d+)([wdhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ""] ?? 0),
    0,
  );
}
