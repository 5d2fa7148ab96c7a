import { FilterBar } from "@/components/ui/filters/filter-bar";
import { scheduleNames } from "@/lib/values/notifications";
import type { RunsQuery } from "./runs-query";
import { scheduleTexts } from "./schedule";

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
  return (
    <FilterBar
      chips={[
        schedule && {
          name: "schedule",
          field: "Schedule",
          value: scheduleTexts[schedule].name,
          removeHref: address({ schedule: undefined }),
        },
        state && { name: "state", field: "State", value: stateWords[state], removeHref: address({ state: undefined }) },
        here && {
          name: "location",
          field: "Location",
          value: here.name,
          removeHref: address({ location: undefined }),
        },
      ]}
      days={{ from, to, today, locale, removeHref: address({ from: undefined, to: undefined }) }}
      fields={[
        {
          name: "schedule",
          label: "Schedule",
          kind: "options",
          options: scheduleNames.map((value) => ({ value, label: scheduleTexts[value].name })),
        },
        {
          name: "state",
          label: "State",
          kind: "options",
          options: Object.entries(stateWords).map(([value, label]) => ({ value, label })),
        },
        {
          name: "location",
          label: "Location",
          kind: "options",
          options: locations.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
    />
  );
}
