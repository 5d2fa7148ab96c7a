import { Badge } from "@/components/ui/data/badge";
import { Row, RowList } from "@/components/ui/data/row-list";
import { formatCount } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { getLocation } from "@/lib/contracts/organization/locations";
import { hoursText } from "./hours-text";

export type LocationSettings = Output<typeof getLocation>;

interface LocationsListProps {
  locations: readonly LocationSettings[];
  locale: string;
  /** The local time at each location, by id. */
  clocks: ReadonlyMap<string, string>;
  editHref: (id: string) => string;
}

export function LocationsList({ locations, locale, clocks, editHref }: LocationsListProps) {
  return (
    <RowList label="Locations" className="px-gutter">
      {locations.map((location) => (
        <Row
          key={location.id}
          title={location.name}
          href={editHref(location.id)}
          className="[&_p]:whitespace-normal"
          subtitle={[location.address, hoursText(location.opening_hours, locale)].filter(Boolean).join(" · ")}
          end={
            <span className="ml-auto flex flex-wrap items-center justify-end gap-x-5 gap-y-1 text-ink-3">
              {location.archived_at ? <Badge tone="mute">Archived</Badge> : null}
              <span className="max-md:hidden">{clocks.get(location.id)} local time</span>
              <span className="max-lg:hidden">{location.currency}</span>
              <span>
                {location.capacity ? `capacity ${formatCount(location.capacity, locale)}` : "no capacity limit"}
              </span>
            </span>
          }
        />
      ))}
    </RowList>
  );
}
