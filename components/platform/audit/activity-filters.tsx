import { FilterBar } from "@/components/ui/filters/filter-bar";
import { type AuditPhrases, actionPhrase } from "./action-words";

export type ActivityQuery = {
  tab?: string | undefined;
  action?: string | undefined;
  actor_id?: string | undefined;
  target_id?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
};

interface ActivityFiltersProps {
  query: ActivityQuery;
  address: (change: ActivityQuery) => string;
  people: readonly { id: string; name: string }[];
  today: string;
  target_name: string | null;
  locale: string;
  phrases: AuditPhrases;
  /** The kinds to filter by, with their names. */
  kinds: Readonly<Record<string, string>>;
}

export function ActivityFilters(props: ActivityFiltersProps) {
  const { query, address, people, today, target_name, locale, phrases, kinds } = props;
  const { action, actor_id, target_id, from, to } = query;
  const kind = action && action !== "check_ins" ? (kinds[action] ?? actionPhrase(phrases, action, "").before) : null;
  const person = people.find(({ id }) => id === actor_id)?.name ?? "a former user";
  return (
    <FilterBar
      chips={[
        kind && { name: "action", field: "Kind", value: kind, removeHref: address({ action: "" }) },
        actor_id && { name: "actor_id", field: "By", value: person, removeHref: address({ actor_id: "" }) },
        target_id && {
          name: "target_id",
          field: "Record",
          value: target_name ?? "one record",
          removeHref: address({ target_id: "" }),
        },
      ]}
      days={{ from, to, today, locale, removeHref: address({ from: "", to: "" }) }}
      fields={[
        {
          name: "action",
          label: "Kind",
          kind: "options",
          options: Object.entries(kinds).map(([value, label]) => ({ value, label })),
        },
        {
          name: "actor_id",
          label: "By",
          kind: "options",
          options: people.slice(0, 30).map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
    />
  );
}
