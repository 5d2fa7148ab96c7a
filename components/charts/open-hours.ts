type Hour = { hour: number; visits: number; typical?: number | null };

const earliest = 6;
const latest = 21;

/** From the first to the last hour in which anybody ever comes; a gym's night needs no empty bars. */
export function openHours<H extends Hour>(hours: readonly H[], now?: number): readonly H[] {
  const busy = hours.filter((one) => one.visits > 0 || (one.typical ?? 0) >= 0.5).map((one) => one.hour);
  const shown = now === undefined ? busy : [...busy, now];
  const first = Math.min(earliest, ...shown);
  const last = Math.max(latest, ...shown);
  return hours.filter((one) => one.hour >= first && one.hour <= last);
}
