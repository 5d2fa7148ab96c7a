import { Suspense } from "react";
import { MemberFilter } from "@/components/access/check-ins/member-filter";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import type { FilterField } from "@/components/ui/filters/filter-menu";
import { SearchField } from "@/components/ui/filters/search-field";
import { channels } from "@/lib/values/delivery";
import { messageCategories, messageStates } from "@/lib/values/notifications";
import { loggedKind } from "@/lib/values/schemas/notifications";
import { categoryLabels, channelLabels, kindLabels, stateLabels } from "./message-labels";
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
  { name: "state", label: "State", kind: "options", many: true, options: named(messageStates, stateLabels) },
  { name: "channel", label: "Channel", kind: "options", options: named(channels, channelLabels) },
  { name: "kind", label: "Kind", kind: "options", options: named(loggedKind.options, kindLabels) },
  {
    name: "category",
    label: "Purpose",
    kind: "options",
    options: named(messageCategories, categoryLabels),
  },
];

export function MessageFilters(props: MessageFiltersProps) {
  const { organization, query, address, member_name, bulk_name, today, locale } = props;
  const { state, channel, kind, category, from, to } = query;
  const without = (name: keyof MessageQuery) => ({ name, removeHref: address({ [name]: undefined }) });
  return (
    <FilterBar
      search={<SearchField label="E-mail address or phone number" />}
      chips={[
        state && {
          ...without("state"),
          field: "State",
          operator: state.length > 1 ? "is any of" : "is",
          value: state.map((one) => stateLabels[one]).join(" or "),
        },
        channel && { ...without("channel"), field: "Channel", value: channelLabels[channel] },
        kind && { ...without("kind"), field: "Kind", value: kindLabels[kind] },
        category && { ...without("category"), field: "Purpose", value: categoryLabels[category] },
        member_name && { ...without("member"), field: "Member", value: member_name },
        bulk_name && { ...without("bulk"), field: "Bulk message", value: bulk_name },
      ]}
      days={{ from, to, today, locale, removeHref: address({ from: undefined, to: undefined }) }}
      fields={fields}
    >
      <Suspense>
        <MemberFilter organization={organization} label="Find a member's messages" />
      </Suspense>
    </FilterBar>
  );
}
