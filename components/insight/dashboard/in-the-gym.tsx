import { CapacityBar, CapacityRow } from "@/components/gym/capacity-bar";
import { NumberLink } from "@/components/ui/controls/number-link";
import { Section } from "@/components/ui/data/section";
import { formatCount, formatTime } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import type { getOccupancy } from "@/lib/contracts/access/occupancy";
import type { Output } from "@/lib/contracts/contract";
import { counted } from "@/lib/values/counted";
import type { OccupancyMarks } from "@/lib/values/occupancy";

type LocationOccupancy = Output<typeof getOccupancy>["data"][number];

interface InTheGymProps {
  locations: readonly LocationOccupancy[];
  marks: OccupancyMarks;
  /** The check-ins of today at these locations. */
  visits_today: number;
  locale: string;
  /** The list of members inside, for one location or all. */
  insideHref: (location_id?: string) => string;
}

export function InTheGym({ locations, marks, visits_today, locale, insideHref }: InTheGymProps) {
  const only = locations.length === 1 ? locations[0] : undefined;
  const inside = locations.reduce((sum, one) => sum + one.inside, 0);
  const capacity = locations.every((one) => one.capacity !== null)
    ? locations.reduce((sum, one) => sum + (one.capacity ?? 0), 0)
    : null;
  return (
    <Section title="In the gym now" className="px-gutter py-4">
      <p className="mt-1 flex items-end gap-3">
        <NumberLink
          href={insideHref(only?.location_id)}
          label={`${inside} in the gym now`}
          className="text-[64px] font-medium leading-[60px] tracking-[-0.045em]"
        >
          {formatCount(inside, locale)}
        </NumberLink>
        <span className="flex flex-col pb-0.5">
          <span className="text-ink-3">
            {capacity === null ? "" : `of ${formatCount(capacity, locale)} · `}
            {only ? only.location_name : counted(locations.length, "location")}
          </span>
          {capacity ? (
            <strong className="font-medium text-ink">{Math.round((inside / capacity) * 100)} % full</strong>
          ) : null}
        </span>
      </p>
      {capacity ? (
        <CapacityBar
          label="In the gym now"
          present={inside}
          capacity={capacity}
          marks={marks}
          showMarks
          className="mt-3"
        />
      ) : null}
      <p className="mt-1 text-ink-3">{daySentence(locations, { inside, visits_today }, locale)}</p>
      {only ? null : (
        <div className="mt-2">
          {locations.map((one) => (
            <CapacityRow
              key={one.location_id}
              label={one.location_name}
              present={one.inside}
              capacity={one.capacity ?? 0}
              marks={marks}
              figure={
                <>
                  <NumberLink href={insideHref(one.location_id)} label={`${one.inside} in ${one.location_name}`}>
                    {one.inside}
                  </NumberLink>
                  {one.capacity === null ? "" : ` / ${one.capacity}`}
                </>
              }
            />
          ))}
        </div>
      )}
    </Section>
  );
}

type Now = { inside: number; visits_today: number };

/** Agrees with the figure above it: who is inside has come in, today or before. */
function daySentence(locations: readonly LocationOccupancy[], { inside, visits_today }: Now, locale: string): string {
  const [first] = locations;
  if (!first) return "";
  const steps = new Map<string, number>();
  for (const { at, inside } of locations.flatMap(({ today }) => today)) steps.set(at, (steps.get(at) ?? 0) + inside);
  const [at, peak] = [...steps].reduce((best, step) => (step[1] > best[1] ? step : best), ["", 0]);
  const typical = locations.every((one) => one.typical !== null)
    ? locations.reduce((sum, one) => sum + (one.typical ?? 0), 0)
    : null;
  const usually = typical === null ? "" : `Usually ${formatCount(typical, locale)} at this time. `;
  if (visits_today === 0)
    return `${usually}${inside > 0 ? "No new check-ins since midnight." : "No check-ins yet today."}`;
  if (inside >= peak) return `${usually}The peak of today is now.`;
  const { time_zone, shows_zone } = { ...first, ...zoneOf(locations) };
  return `${usually}Peak today ${formatCount(peak, locale)} at ${formatTime(at, { locale, time_zone, shows_zone })}.`;
}
