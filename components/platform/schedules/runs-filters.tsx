import { Suspense } from "react";
import { FilterMenu } from "@/components/members/filter-menu";
import { DateFilter } from "@/components/platform/audit/date-filter";
import { FilterChip } from "@/components/ui/filters/filter-chip";
import { plainDay } from "@/lib/client/plain-day";
import { scheduleNames } from "@/lib/values/notifications";
import type { RunsQuery } from "./runs-query";
import { scheduleWords } from "./schedule";

interface RunsFiltersProps {
  query: RunsQuery;
  address: (change: RunsQuery) => string;
  locations: readonly { id: string; name: string }[];
  today: string;
  locale: string;
}

const stateWords = { running: "Running", done: "Done", failed: "Failed" };

export function RunsFilters({ query, address, locations, today, locale }: RunsFiltersProps) {
  const { schedule, state, location, from, to } = query;
  const here = locations.find(({ id }) => id === location);
  const days = [from, to].flatMap((day) => (day ? [plainDay(day, today, locale)] : [])).join(" to ");
  const kept = Object.fromEntries(
    Object.entries({ ...query, from: "", to: "", cursor: "" }).filter(([, value]) => value),
  ) as Record<string, string>;
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b px-gutter py-3">
      {schedule ? (
        <FilterChip
          field="Schedule"
          value={scheduleWords[schedule].name}
          removeHref={address({ schedule: undefined })}
        />
      ) : null}
      {state ? <FilterChip field="State" value={stateWords[state]} removeHref={address({ state: undefined })} /> : null}
      {here ? <FilterChip field="Location" value={here.name} removeHref={address({ location: undefined })} /> : null}
      {days ? (
        <FilterChip
          field="Days"
          operator={from && to ? "from" : from ? "since" : "until"}
          value={days}
          removeHref={address({ from: undefined, to: undefined })}
        />
      ) : null}
      <DateFilter from={from} to={to} kept={kept} today={today} />
      <Suspense>
        <FilterMenu
          fields={[
            {
              name: "schedule",
              label: "Schedule",
              kind: "options",
              many: false,
              options: scheduleNames.map((value) => ({ value, label: scheduleWords[value].name })),
            },
            {
              name: "state",
              label: "State",
              kind: "options",
              many: false,
              options: Object.entries(stateWords).map(([value, label]) => ({ value, label })),
            },
            {
              name: "location",
              label: "Location",
              kind: "options",
              many: false,
              options: locations.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]}
        />
      </Suspense>
    </div>
  );
}
