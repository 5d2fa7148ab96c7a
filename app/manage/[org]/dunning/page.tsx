import { CalendarCog } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { invoicesHref } from "@/components/billing/invoices/query";
import { Board } from "@/components/dunning/board";
import { groupWords } from "@/components/dunning/case";
import { rowGrid } from "@/components/dunning/case-row";
import { Legend } from "@/components/dunning/legend";
import { PaidByHand } from "@/components/dunning/paid-by-hand";
import { type DunningQuery, dunningHref, readDunningQuery } from "@/components/dunning/query";
import { SummarySentence } from "@/components/dunning/summary-sentence";
import { ExportButton } from "@/components/members/export-button";
import { classNames } from "@/components/ui/class-names";
import { ButtonLink } from "@/components/ui/controls/button";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Pagination } from "@/components/ui/controls/pagination";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { SearchField } from "@/components/ui/filters/search-field";
import { listUrl } from "@/lib/client/list-url";
import { exportDunning, listDunning, summarizeDunning, tryDunning } from "@/lib/domain/dunning";
import { getMember } from "@/lib/domain/members";
import { updateOrganization } from "@/lib/domain/organization";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";
import { dunningGroups } from "@/lib/values/dunning";
import { fullName } from "@/lib/values/person-name";

export const metadata: Metadata = { title: "Failed payments" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 100;

export default async function DunningPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, listDunning.contract)) notFound();
  const query = readDunningQuery(await searchParams);
  const { q, group, location, member, cursor } = query;
  const filters = { q, group, location_id: location, member_id: member };
  const [{ data: rows, next_cursor }, summary, { data: locations }, payer] = await Promise.all([
    orNotFound(listDunning(caller, { ...filters, limit: pageSize, cursor })),
    summarizeDunning(caller, { q, location_id: location }),
    listLocations(caller, { include_archived: true }),
    member ? orNotFound(getMember(caller, { id: member })) : null,
  ]);
  const { locale } = organization;
  const manage = `/manage/${org}`;
  const base = `${manage}/dunning`;
  const address = (change: DunningQuery) => dunningHref(base, { ...query, cursor: undefined, ...change });
  const place = locations.find(({ id }) => id === location);
  const is_filtered = Boolean(q || group || location || member);
  return (
    <>
      <PageHeader
        title="Failed payments"
        actions={
          <>
            {mayUse(caller, updateOrganization.contract) ? (
              <ButtonLink href={`${manage}/settings/policies`} icon={<CalendarCog aria-hidden="true" />}>
                Schedule and rules
              </ButtonLink>
            ) : null}
            {mayUse(caller, exportDunning.contract) ? (
              <ExportButton href={listUrl("/api/v1/dunning/exports", { organization: org, ...filters })} />
            ) : null}
          </>
        }
      />
      <FilterBar
        search={<SearchField label="Number or payer" />}
        chips={[
          group && {
            name: "group",
            field: "Next",
            value: group.map((one) => groupWords[one].title).join(" or "),
            removeHref: address({ group: undefined }),
          },
          place && {
            name: "location",
            field: "Location",
            value: place.name,
            removeHref: address({ location: undefined }),
          },
          payer && {
            name: "member",
            field: "Payer",
            value: fullName(payer.first_name, payer.last_name),
            removeHref: address({ member: undefined }),
          },
        ]}
        fields={[
          {
            ...{ kind: "options", name: "group", label: "What happens next", many: true },
            options: dunningGroups.map((value) => ({ value, label: groupWords[value].title })),
          },
          {
            ...{ kind: "options", name: "location", label: "Location" },
            options: locations.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      />
      {rows.length > 0 ? (
        <>
          <div className="flex flex-wrap items-end justify-between gap-3 border-line border-b px-gutter py-4">
            <SummarySentence summary={summary} locale={locale} />
            <Legend />
          </div>
          <div
            aria-hidden="true"
            className={classNames(rowGrid, "border-line border-b py-2 text-12 text-ink-3 max-lg:hidden")}
          >
            <span>Payer</span>
            <span className="text-right">Owes</span>
            <span>What the bank said</span>
            <span>Tries by day</span>
            <span>Next</span>
          </div>
          <Board
            organization={org}
            rows={rows}
            groups={summary.groups}
            locale={locale}
            now={caller.clock.now().toString()}
            manageHref={manage}
            mayAct={mayUse(caller, tryDunning.contract)}
            opened={query.case ?? null}
          />
          <footer className="flex flex-wrap items-center gap-x-4 border-line border-t bg-surface px-gutter text-12 text-ink-3">
            <p className="flex items-center gap-1.5 py-2 max-lg:hidden touch:hidden">
              <KeyCap>J</KeyCap>
              <KeyCap>K</KeyCap> move <KeyCap>↵</KeyCap> why <KeyCap>T</KeyCap> try now <KeyCap>L</KeyCap> send link{" "}
              <KeyCap>Z</KeyCap> pause
            </p>
            <PaidByHand
              by_hand={summary.by_hand}
              locale={locale}
              href={invoicesHref(`${manage}/invoices`, { status: ["overdue"], collection: "by_hand", location })}
            />
            <Pagination
              className="ml-auto"
              summary={rows.length === 1 ? "1 invoice" : `${rows.length} invoices`}
              pageSize={pageSize}
              nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
              firstHref={cursor ? address({}) : null}
            />
          </footer>
        </>
      ) : is_filtered ? (
        <EmptyState title="No failed payments found" actions={<ButtonLink href={base}>Show all</ButtonLink>}>
          Remove a filter to see more.
        </EmptyState>
      ) : (
        <EmptyState
          title="No refused payments"
          actions={<ButtonLink href={`${manage}/invoices?status=overdue`}>See overdue invoices</ButtonLink>}
        >
          <p>When a bank refuses a card, the invoice appears here with the reason and the time of the next try.</p>
          <PaidByHand
            by_hand={summary.by_hand}
            locale={locale}
            href={invoicesHref(`${manage}/invoices`, { status: ["overdue"], collection: "by_hand" })}
          />
          {summary.refused_lately.length > 0 ? <SummarySentence summary={summary} locale={locale} /> : null}
        </EmptyState>
      )}
    </>
  );
}
