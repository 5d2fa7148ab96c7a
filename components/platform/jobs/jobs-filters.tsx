import { Suspense } from "react";
import { type FilterField, FilterMenu } from "@/components/members/filter-menu";
import { DateFilter } from "@/components/platform/audit/date-filter";
import { FilterChip } from "@/components/ui/filters/filter-chip";
import { plainDay } from "@/lib/client/plain-day";
import { jobRunState } from "@/lib/contracts/platform/jobs";
import { jobStateWords } from "./job";
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
    many: false,
    options: jobRunState.options.map((value) => ({ value, label: jobStateWords[value] })),
  },
];

export function JobsFilters({ query, address, gym_name = null, today, locale }: JobsFiltersProps) {
  const { state, job, from, to } = query;
  const days = [from, to].flatMap((day) => (day ? [plainDay(day, today, locale)] : [])).join(" to ");
  const kept = Object.fromEntries(
    Object.entries({ ...query, from: "", to: "", cursor: "" }).filter(([, value]) => value),
  ) as Record<string, string>;
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b px-gutter py-3">
      {state ? (
        <FilterChip field="State" value={jobStateWords[state]} removeHref={address({ state: undefined })} />
      ) : null}
      {job ? <FilterChip field="Job" value={job} removeHref={address({ job: undefined })} /> : null}
      {gym_name ? <FilterChip field="Gym" value={gym_name} removeHref={address({ gym: undefined })} /> : null}
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
        <FilterMenu fields={fields} />
      </Suspense>
    </div>
  );
}
