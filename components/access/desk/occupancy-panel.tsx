import type { Occupancy } from "@/lib/contracts/access/occupancy";

const words = { quiet: null, busy: "Busy", full: "Full" } as const;
const tones = { quiet: "ink", busy: "warn", full: "bad" } as const;

interface OccupancyPanelProps {
  occupancy: Occupancy;
  locale: string;
  /** True while the live stream is down. The count may be outdated. */
  isStale: boolean;
}

export function OccupancyPanel({ occupancy, locale, isStale }: OccupancyPanelProps) {
  const { inside, capacity, level, typical } = occupancy;
  const number = new Intl.NumberFormat(locale);
  return (
    <section className="desk-occupancy" data-level={level} aria-labelledby="desk-inside">
      <h2 id="desk-inside">In the gym now</h2>
      <p className="desk-count">
        <b data-testid="inside">{number.format(inside)}</b>
        {capacity === null ? null : <span>of {number.format(capacity)}</span>}
      </p>
      {capacity === null ? null : (
        // biome-ignore lint/a11y/useSemanticElements: <meter> looks different in every browser
        <span
          className="ui-bar"
          data-size="desk"
          data-tone={tones[level]}
          role="meter"
          aria-label="Occupancy"
          aria-valuemin={0}
          aria-valuemax={capacity}
          aria-valuenow={Math.min(inside, capacity)}
        >
          <i style={{ width: `${Math.min(100, (inside / capacity) * 100)}%` }} />
        </span>
      )}
      <p>{sentence({ level, typical, isStale }, number)}</p>
    </section>
  );
}

function sentence(
  { level, typical, isStale }: Pick<Occupancy, "level" | "typical"> & { isStale: boolean },
  number: Intl.NumberFormat,
): string {
  if (isStale) return "Last known count; may be out of date";
  const usual = typical === null ? null : `Usually ${number.format(typical)} at this time`;
  return [words[level], usual].filter(Boolean).join(" · ");
}
