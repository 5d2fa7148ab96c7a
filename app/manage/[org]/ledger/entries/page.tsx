import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { JournalTable } from "@/components/billing/ledger/journal-table";
import { LedgerFilters } from "@/components/billing/ledger/ledger-filters";
import { LedgerHeader } from "@/components/billing/ledger/ledger-header";
import { type LedgerQuery, ledgerHref, readLedgerQuery } from "@/components/billing/ledger/query";
import { Pagination } from "@/components/ui/controls/pagination";
import { TextLink } from "@/components/ui/controls/text-link";
import { EmptyState } from "@/components/ui/data/empty-state";
import { formatCount, type LocaleContext, todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listLegalEntities } from "@/lib/domain/billing/entities";
import { listJournalEntries } from "@/lib/domain/billing/ledger";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Journal" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;

export default async function JournalPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, listJournalEntries.contract)) notFound();
  const query = readLedgerQuery(await searchParams);
  const [{ data: entries, next_cursor }, { data: locations }, entities] = await Promise.all([
    orNotFound(listJournalEntries(caller, { ...query, limit: pageSize })),
    listLocations(caller, { include_archived: true }),
    mayUse(caller, listLegalEntities.contract) ? listLegalEntities(caller, { include_archived: true }) : { data: [] },
  ]);
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/ledger`;
  const address = (change: LedgerQuery) => ledgerHref(`${base}/entries`, { ...query, cursor: undefined, ...change });
  return (
    <>
      <LedgerHeader base={base} current="/entries" organization={org} query={query} />
      <LedgerFilters
        query={query}
        address={address}
        locations={locations}
        entities={entities.data}
        today={todayAt(localeContext)}
        locale={localeContext.locale}
        by_account
      />
      {entries.length > 0 ? (
        <>
          <JournalTable entries={entries} localeContext={localeContext} />
          <Pagination
            className="px-gutter"
            summary={`${formatCount(entries.length, localeContext.locale)} ${entries.length === 1 ? "entry" : "entries, newest day first"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={query.cursor ? address({}) : null}
          />
        </>
      ) : (
        <EmptyState title="No entries">
          <p>
            Invoices, payments and refunds are booked here by themselves.{" "}
            <TextLink href={`${base}/entries`}>Show all entries</TextLink>
          </p>
        </EmptyState>
      )}
    </>
  );
}
