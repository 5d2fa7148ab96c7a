import { FilterBar } from "@/components/ui/filters/filter-bar";
import type { FilterField } from "@/components/ui/filters/filter-menu";
import { jobRunState } from "@/lib/contracts/platform/jobs";
import { jobStateLabels } from "./job";
import type { JobsQuery } from "./jobs-query";

interface JobsFiltersProps {
  query: JobsQuery;
  address: (change: JobsQuery) => string;
  gym_name?: string | null;
  today: string;
  locale: string;
}

const fields: FilterField[] = [
  {
    name: "state",
    label: "State",
    kind: "options",
    options: jobRunState.options.map((value) => ({ value, label: jobStateLabels[value] })),
  },
  {
    name: "idle",
    label: "Idle runs",
    kind: "options",
    options: [{ value: "shown", label: "Show runs that found nothing to do" }],
  },
];

export function JobsFilters({ query, address, gym_name = null, today, locale }: JobsFiltersProps) {
  const { state, job, idle, from, to } = query;
  return (
    <FilterBar
      chips={[
        state && {
          name: "state",
          field: "State",
          value: jobStateLabels[state],
          removeHref: address({ state: undefined }),
        },
        job && { name: "job", field: "Job", value: job, removeHref: address({ job: undefined }) },
        idle && { name: "idle", field: "Idle runs", value: "shown", removeHref: address({ idle: undefined }) },
        gym_name && { name: "gym", field: "Gym", value: gym_name, removeHref: address({ gym: undefined }) },
      ]}
      days={{ from, to, today, locale, removeHref: address({ from: undefined, to: undefined }) }}
      fields={fields}
    />
  );
}
