import { Suspense } from "react";
import { MemberFilter } from "@/components/access/check-ins/member-filter";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { SearchField } from "@/components/ui/filters/search-field";
import { formatFullDate } from "@/lib/client/format-short-date";
import { invoiceStatuses } from "@/lib/values/billing";
import { kindWords } from "./invoice";
import { statusWords } from "./invoice-status";
import type { InvoiceQuery } from "./query";

interface InvoiceFiltersProps {
  organization: string;
  query: InvoiceQuery;
  address: (change: InvoiceQuery) => string;
  member_name: string | null;
  locations: readonly { id: string; name: string }[];
  today: string;
  locale: string;
}

const collectionWords = { tried: "by trying the card again", by_hand: "by hand" };

export function InvoiceFilters(props: InvoiceFiltersProps) {
  const { organization, query, address, member_name, locations, today, locale } = props;
  const { status, kind, location, from, to, due_from, due_to, collection } = query;
  const without = (name: keyof InvoiceQuery) => ({ name, removeHref: address({ [name]: undefined }) });
  const place = locations.find(({ id }) => id === location);
  return (
    <FilterBar
      search={<SearchField label="Number or payer" />}
      chips={[
        status &&
          status.length > 1 && {
            ...without("status"),
            field: "Status",
            operator: "is any of",
            value: status.map((one) => statusWords[one]).join(" or "),
          },
        kind && { ...without("kind"), field: "Kind", value: kindWords[kind] },
        member_name && { ...without("member"), field: "Payer", value: member_name },
        place && { ...without("location"), field: "Location", value: place.name },
        collection && { ...without("collection"), field: "Collected", value: collectionWords[collection] },
        due_from && {
          ...without("due_from"),
          field: "Due",
          operator: "since",
          value: formatFullDate(due_from, locale),
        },
        due_to && { ...without("due_to"), field: "Due", operator: "until", value: formatFullDate(due_to, locale) },
      ]}
      days={{ from, to, today, locale, removeHref: address({ from: undefined, to: undefined }) }}
      fields={[
        {
          name: "status",
          label: "Status",
          kind: "options",
          many: true,
          options: invoiceStatuses.map((value) => ({ value, label: statusWords[value] })),
        },
        {
          name: "kind",
          label: "Kind",
          kind: "options",
          options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
        },
        {
          name: "location",
          label: "Location",
          kind: "options",
          options: locations.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          name: "collection",
          label: "How it is collected",
          kind: "options",
          options: Object.entries(collectionWords).map(([value, label]) => ({ value, label })),
        },
        { name: "due_from", label: "Due since", kind: "day", hint: "Due on this day or later" },
        { name: "due_to", label: "Due until", kind: "day", hint: "Due on this day or before" },
      ]}
    >
      <Suspense>
        <MemberFilter organization={organization} label="Find a member's invoices" />
      </Suspense>
    </FilterBar>
  );
}
