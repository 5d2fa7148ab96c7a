import { FilterBar } from "@/components/ui/filters/filter-bar";
import { type Account, accounts } from "@/lib/values/billing";
import { accountNames } from "./account-names";
import type { LedgerQuery } from "./query";

interface LedgerFiltersProps {
  query: LedgerQuery;
  address: (change: LedgerQuery) => string;
  locations: readonly { id: string; name: string }[];
  entities: readonly { id: string; legal_name: string }[];
  today: string;
  locale: string;
  /** The journal is filtered by account; the trial balance shows all. */
  by_account?: boolean;
}

export function LedgerFilters({ query, address, locations, entities, today, locale, by_account }: LedgerFiltersProps) {
  const { from, to, location_id, legal_entity_id, account, invoice_id, member_id } = query;
  const [places, sellers] = [
    locations.map(({ id, name }) => ({ value: id, label: name })),
    entities.map(({ id, legal_name }) => ({ value: id, label: legal_name })),
  ];
  const labelOf = (options: typeof places, id: string) => options.find(({ value }) => value === id)?.label ?? "unknown";
  return (
    <FilterBar
      chips={[
        location_id && {
          name: "location_id",
          field: "Location",
          value: labelOf(places, location_id),
          removeHref: address({ location_id: undefined }),
        },
        legal_entity_id && {
          name: "legal_entity_id",
          field: "Legal entity",
          value: labelOf(sellers, legal_entity_id),
          removeHref: address({ legal_entity_id: undefined }),
        },
        account && {
          name: "account",
          field: "Account",
          value: accountNames[account],
          removeHref: address({ account: undefined }),
        },
        invoice_id && {
          name: "invoice_id",
          field: "Invoice",
          value: "one",
          removeHref: address({ invoice_id: undefined }),
        },
        member_id && {
          name: "member_id",
          field: "Member",
          value: "one",
          removeHref: address({ member_id: undefined }),
        },
      ]}
      days={{ from, to, today, locale, removeHref: address({ from: undefined, to: undefined }) }}
      fields={[
        { name: "location_id", label: "Location", kind: "options", options: places },
        ...(sellers.length > 1
          ? [{ name: "legal_entity_id", label: "Legal entity", kind: "options" as const, options: sellers }]
          : []),
        ...(by_account
          ? [
              {
                name: "account",
                label: "Account",
                kind: "options" as const,
                options: accounts.map((name: Account) => ({ value: name, label: accountNames[name] })),
              },
            ]
          : []),
      ]}
    />
  );
}
