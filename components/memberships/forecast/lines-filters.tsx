import { FilterBar } from "@/components/ui/filters/filter-bar";
import { formatShortDate } from "@/lib/client/format-short-date";
import { forecastRisks } from "@/lib/values/forecast";
import type { ForecastQuery } from "./query";
import { groupName, riskNames } from "./words";

interface LinesFiltersProps {
  query: ForecastQuery;
  address: (change: ForecastQuery) => string;
  locations: readonly { id: string; name: string }[];
  locale: string;
}

const types = { recurring: "Recurring", one_off: "One-off" } as const;

export function LinesFilters({ query, address, locations, locale }: LinesFiltersProps) {
  const { location_id, type, kind, plan_name, risk, bill_on, currency } = query;
  return (
    <FilterBar
      chips={[
        location_id && {
          ...{ name: "location_id", field: "Location", removeHref: address({ location_id: undefined }) },
          value: locations.find(({ id }) => id === location_id)?.name ?? "unknown",
        },
        currency && {
          name: "currency",
          field: "Currency",
          value: currency,
          removeHref: address({ currency: undefined }),
        },
        type && { name: "type", field: "Type", value: types[type], removeHref: address({ type: undefined }) },
        (kind || plan_name) && {
          ...{ name: "plan_name", field: "Charge", removeHref: address({ plan_name: undefined, kind: undefined }) },
          value: groupName({ kind: kind ?? "period", plan_name: plan_name ?? "every plan" }),
        },
        risk && { name: "risk", field: "Risk", value: riskNames[risk], removeHref: address({ risk: undefined }) },
        bill_on && {
          ...{ name: "bill_on", field: "Day", removeHref: address({ bill_on: undefined }) },
          value: formatShortDate(bill_on, bill_on, locale),
        },
      ]}
      fields={[
        {
          ...{ name: "location_id", label: "Location", kind: "options" },
          options: locations.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          ...{ name: "type", label: "Type", kind: "options" },
          options: Object.entries(types).map(([value, label]) => ({ value, label })),
        },
        {
          ...{ name: "risk", label: "Risk", kind: "options" },
          options: [...forecastRisks, "any" as const].map((value) => ({ value, label: riskNames[value] })),
        },
      ]}
    />
  );
}
