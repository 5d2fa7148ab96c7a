import { AddFilter } from "@/components/ui/filters/add-filter";
import { FilterChip } from "@/components/ui/filters/filter-chip";
import { MenuLabel, MenuLink } from "@/components/ui/overlays/menu-parts";
import { plainDay } from "@/lib/client/plain-day";
import { type AuditPhrases, actionWords } from "./action-words";
import { DateFilter } from "./date-filter";

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
  const kept = Object.fromEntries(
    Object.entries({ ...query, from: "", to: "", cursor: "" }).filter(([, value]) => value),
  ) as Record<string, string>;
  const day = (text: string) => plainDay(text, today, locale);
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b px-gutter py-3">
      {action && action !== "check_ins" ? (
        <FilterChip
          field="Kind"
          value={kinds[action] ?? actionWords(phrases, action, "").before}
          removeHref={address({ action: "" })}
        />
      ) : null}
      {actor_id ? (
        <FilterChip
          field="By"
          value={people.find(({ id }) => id === actor_id)?.name ?? "somebody outside the team"}
          removeHref={address({ actor_id: "" })}
        />
      ) : null}
      {target_id ? (
        <FilterChip field="Record" value={target_name ?? "one record"} removeHref={address({ target_id: "" })} />
      ) : null}
      {from || to ? (
        <FilterChip
          field="Days"
          operator={from && to ? "from" : from ? "since" : "until"}
          value={[from, to].flatMap((text) => (text ? [day(text)] : [])).join(" to ")}
          removeHref={address({ from: "", to: "" })}
        />
      ) : null}
      <AddFilter>
        <MenuLabel>Kind</MenuLabel>
        {Object.entries(kinds).map(([resource, name]) => (
          <MenuLink key={resource} href={address({ action: resource })} checked={action === resource}>
            {name}
          </MenuLink>
        ))}
        <MenuLabel>By</MenuLabel>
        {people.slice(0, 30).map(({ id, name }) => (
          <MenuLink key={id} href={address({ actor_id: id })} checked={actor_id === id}>
            {name}
          </MenuLink>
        ))}
      </AddFilter>
      <DateFilter from={from} to={to} kept={kept} today={today} />
    </div>
  );
}
