import { Suspense } from "react";
import { MemberFilter } from "@/components/access/check-ins/member-filter";
import { type FilterField, FilterMenu } from "@/components/members/filter-menu";
import { DateFilter } from "@/components/platform/audit/date-filter";
import { FilterChip } from "@/components/ui/filters/filter-chip";
import { plainDay } from "@/lib/client/plain-day";
import { channels } from "@/lib/values/delivery";
import { loggedKind, messageCategories, messageStates } from "@/lib/values/notifications";
import { AddressSearch } from "./address-search";
import { categoryWords, channelWords, kindWords, stateWords } from "./message-words";
import type { MessageQuery } from "./query";

interface MessageFiltersProps {
  organization: string;
  query: MessageQuery;
  address: (change: MessageQuery) => string;
  member_name: string | null;
  bulk_name: string | null;
  today: string;
  locale: string;
}

const named = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }));

const fields: FilterField[] = [
  { name: "state", label: "State", kind: "options", many: true, options: named(messageStates, stateWords) },
  { name: "channel", label: "Channel", kind: "options", many: false, options: named(channels, channelWords) },
  { name: "kind", label: "Kind", kind: "options", many: false, options: named(loggedKind.options, kindWords) },
  {
    name: "category",
    label: "Purpose",
    kind: "options",
    many: false,
    options: named(messageCategories, categoryWords),
  },
];

export function MessageFilters(props: MessageFiltersProps) {
  const { organization, query, address, member_name, bulk_name, today, locale } = props;
  const { state, channel, kind, category, from, to } = query;
  const days = [from, to].flatMap((day) => (day ? [plainDay(day, today, locale)] : [])).join(" to ");
  const kept = Object.fromEntries(
    Object.entries({ ...query, from: "", to: "", cursor: "" }).flatMap(([name, value]) =>
      value ? [[name, String(value)]] : [],
    ),
  );
  const chips = [
    state && {
      name: "state",
      field: "State",
      operator: state.length > 1 ? "is any of" : "is",
      value: state.map((one) => stateWords[one]).join(" or "),
    },
    channel && { name: "channel", field: "Channel", value: channelWords[channel] },
    kind && { name: "kind", field: "Kind", value: kindWords[kind] },
    category && { name: "category", field: "Purpose", value: categoryWords[category] },
    member_name && { name: "member", field: "Member", value: member_name },
    bulk_name && { name: "bulk", field: "Bulk message", value: bulk_name },
  ].filter((chip) => typeof chip === "object" && chip !== null);
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b px-gutter py-3">
      <Suspense>
        <AddressSearch />
        <MemberFilter organization={organization} label="Find a member's messages" />
      </Suspense>
      {chips.map(({ name, ...chip }) => (
        <FilterChip key={name} {...chip} removeHref={address({ [name]: undefined })} />
      ))}
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
