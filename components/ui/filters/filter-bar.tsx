import { type ReactNode, Suspense } from "react";
import { classNames } from "@/components/ui/class-names";
import { formatShortDate } from "@/lib/client/format-short-date";
import { DateFilter } from "./date-filter";
import { FilterChip } from "./filter-chip";
import { type FilterField, FilterMenu } from "./filter-menu";

/** One filter that is on, and the address without it. */
export type Chip = { name: string; field: string; operator?: string; value: string; removeHref: string };

type Days = {
  from?: string | undefined;
  to?: string | undefined;
  today: string;
  locale: string;
  /** The address without these days. */
  removeHref: string;
};

interface FilterBarProps {
  /** A SearchField. Passed in, because its code is larger than the rest of the bar. */
  search?: ReactNode;
  /** A filter of the list's own, such as the choice of a member. */
  children?: ReactNode;
  chips?: readonly (Chip | false | "" | null | undefined)[];
  days?: Days | null;
  fields?: readonly FilterField[];
  /** How many rows the filters find, once that is worth saying. */
  found?: string | null | undefined;
  /** At the end of the bar, such as a button that adds a row. */
  actions?: ReactNode;
  /** Part of a form, not the head of a list. */
  inline?: boolean;
}

/** Everything that narrows a list; all of it is in the address. */
export function FilterBar(props: FilterBarProps) {
  const { search, children, chips = [], days, fields, found, actions, inline = false } = props;
  return (
    <div
      className={classNames(
        "flex flex-wrap items-center gap-2",
        inline ? undefined : "border-line border-b px-gutter py-3",
      )}
    >
      {search ? <Suspense>{search}</Suspense> : null}
      {children}
      {chips.map((chip) => {
        if (!chip) return null;
        const { name, ...shown } = chip;
        return <FilterChip key={name} {...shown} />;
      })}
      {days?.from || days?.to ? <DaysChip {...days} /> : null}
      {days ? (
        <Suspense>
          <DateFilter from={days.from} to={days.to} today={days.today} />
        </Suspense>
      ) : null}
      {fields ? (
        <Suspense>
          <FilterMenu fields={fields} />
        </Suspense>
      ) : null}
      {found ? (
        <span className="ml-auto text-ink-3" role="status">
          {found}
        </span>
      ) : null}
      {actions ? <div className="ml-auto">{actions}</div> : null}
    </div>
  );
}

function DaysChip({ from, to, today, locale, removeHref }: Days) {
  const written = [from, to].flatMap((day) => (day ? [formatShortDate(day, today, locale)] : []));
  return (
    <FilterChip
      field="Date"
      operator={from && to ? "from" : from ? "since" : "until"}
      value={written.join(" to ")}
      removeHref={removeHref}
    />
  );
}
