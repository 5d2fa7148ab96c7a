import { CapacityBar, CapacityRow } from "@/components/gym/capacity-bar";
import { NumberLink } from "@/components/ui/controls/number-link";
import { Section } from "@/components/ui/data/section";
import { formatCount, formatTime } from "@/lib/client/format";
import type { getOccupancy } from "@/lib/contracts/access/occupancy";
import type { Output } from "@/lib/contracts/contract";
import type { OccupancyMarks } from "@/lib/values/occupancy";

type Place = Output<typeof getOccupancy>["data"][number];

interface InTheGymProps {
  places: readonly Place[];
  marks: OccupancyMarks;
  locale: string;
  /** The list of those inside, for one location or all. */
  insideHref: (location_id?: string) => string;
}

export function InTheGym({ places, marks, locale, insideHref }: InTheGymProps) {
  const only = places.length === 1 ? places[0] : undefined;
  const inside = places.reduce((sum, place) => sum + place.inside, 0);
  const capacity = places.every((place) => place.capacity !== null)
    ? places.reduce((sum, place) => sum + (place.capacity ?? 0), 0)
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
            {only ? only.location_name : `${places.length} locations`}
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
      <p className="mt-1 text-ink-3">{daySentence(places, locale)}</p>
      {only ? null : (
        <div className="mt-2">
          {places.map((place) => (
            <CapacityRow
              key={place.location_id}
              label={place.location_name}
              present={place.inside}
              capacity={place.capacity ?? 0}
              marks={marks}
              figure={
                <>
                  <NumberLink href={insideHref(place.location_id)} label={`${place.inside} in ${place.location_name}`}>
                    {place.inside}
                  </NumberLink>
                  {place.capacity === null ? "" : ` / ${place.capacity}`}
                </>
              }
            />
          ))}
        </div>
      )}
    </Section>
  );
}

function daySentence(places: readonly Place[], locale: string): string {
  const [first] = places;
  if (!first) return "";
  const steps = new Map<string, number>();
  for (const { at, inside } of places.flatMap(({ today }) => today)) steps.set(at, (steps.get(at) ?? 0) + inside);
  const [at, peak] = [...steps].reduce((best, step) => (step[1] > best[1] ? step : best), ["", 0]);
  const typical = places.every((place) => place.typical !== null)
    ? places.reduce((sum, place) => sum + (place.typical ?? 0), 0)
    : null;
  const usually = typical === null ? "" : `Usually ${formatCount(typical, locale)} at this time. `;
  if (peak === 0) return `${usually}Nobody has come in yet today.`;
  const { time_zone } = first;
  return `${usually}Peak today ${formatCount(peak, locale)} at ${formatTime(at, { locale, time_zone })}.`;
}
