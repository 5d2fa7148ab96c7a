import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { LedgerFilters } from "@/components/billing/ledger/ledger-filters";
import { LedgerHeader } from "@/components/billing/ledger/ledger-header";
import { type LedgerQuery, ledgerHref, readLedgerQuery } from "@/components/billing/ledger/query";
import { TrialBalanceTable } from "@/components/billing/ledger/trial-balance-table";
import { EmptyState } from "@/components/ui/data/empty-state";
import { todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listLegalEntities } from "@/lib/domain/billing/entities";
import { getTrialBalance } from "@/lib/domain/billing/ledger";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Ledger" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function LedgerPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, getTrialBalance.contract)) notFound();
  const query = readLedgerQuery(await searchParams);
  const { data: locations } = await listLocations(caller, { include_archived: true });
  const now = caller.clock.now().toString();
  const today = todayAt({ locale: organization.locale, ...zoneOf(locations), now });
  const { location_id, legal_entity_id } = query;
  // Without days, those of this month.
  const days =
    query.from || query.to ? { from: query.from, to: query.to } : { from: `${today.slice(0, 8)}01`, to: today };
  const shown = { ...days, location_id, legal_entity_id };
  const [balance, entities] = await Promise.all([
    orNotFound(getTrialBalance(caller, shown)),
    mayUse(caller, listLegalEntities.contract) ? listLegalEntities(caller, { include_archived: true }) : { data: [] },
  ]);
  const base = `/manage/${org}/ledger`;
  return (
    <>
      <LedgerHeader base={base} current="" organization={org} query={shown} />
      <LedgerFilters
        query={{ ...query, ...days }}
        address={(change: LedgerQuery) => ledgerHref(base, { ...query, cursor: undefined, ...change })}
        locations={locations}
        entities={entities.data}
        today={today}
        locale={organization.locale}
      />
      {balance.data.length > 0 ? (
        <TrialBalanceTable
          balance={balance}
          locale={organization.locale}
          accountHref={(account) => ledgerHref(`${base}/entries`, { ...shown, account })}
        />
      ) : (
        <EmptyState title="Nothing is booked">
          <p>
            Invoices, payments and refunds are booked here by themselves. Choose other days, or issue the first invoice.
          </p>
        </EmptyState>
      )}
    </>
  );
}
