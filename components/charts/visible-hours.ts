type Hour = { hour: number; visits: number; typical?: number | null };

const earliest = 6;
const latest = 21;

/** The hours to show: 6 to 21, extended to hours with visits. Empty night hours are left out. */
export function visibleHours<H extends Hour>(hours: readonly H[], now?: number): readonly H[] {
  const busy = hours.filter((one) => one.visits > 0 || (one.typical ?? 0) >= 0.5).map((one) => one.hour);
  const shown = now === undefined ? busy : [...busy, now];
  const first = Math.min(earliest, ...shown);
  const last = Math.max(latest, ...shown);
  return hours.filter((one) => one.hour >= first && one.hour <= last);
}
