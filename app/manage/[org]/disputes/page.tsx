import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { disputeStatusWords } from "@/components/gateways/disputes/dispute-words";
import { DisputesTable } from "@/components/gateways/disputes/disputes-table";
import { type DisputeQuery, disputesHref, readDisputeQuery } from "@/components/gateways/disputes/query";
import { Pagination } from "@/components/ui/controls/pagination";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { todayAt } from "@/lib/client/format";
import { getDisputeTotals, listDisputes } from "@/lib/domain/gateways/disputes";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";
import { counted } from "@/lib/values/counted";
import { disputeStatuses } from "@/lib/values/gateways";

export const metadata: Metadata = { title: "Disputes" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;

/** What must be answered first stands first. */
export default async function DisputesPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("payments.refund")) notFound();
  const query = readDisputeQuery(await searchParams);
  const { show, location, status, from, to, cursor } = query;
  const filters = {
    ...{ location_id: location, status: status && [status], opened_from: from, opened_to: to },
    ...(show === "all" ? {} : { is_open: true }),
  };
  const [{ data: disputes, next_cursor }, { by_currency }, { data: locations }] = await Promise.all([
    orNotFound(listDisputes(caller, { ...filters, limit: pageSize, cursor, sort: show === "all" ? "newest" : "due" })),
    mayUse(caller, getDisputeTotals.contract) ? orNotFound(getDisputeTotals(caller, filters)) : { by_currency: [] },
    listLocations(caller, { include_archived: true }),
  ]);
  const here = locations.find(({ id }) => id === location);
  const reader = { locale: organization.locale, now: caller.clock.now().toString() };
  const time_zone = (here ?? locations[0])?.time_zone ?? "UTC";
  const base = `/manage/${org}/disputes`;
  const address = (change: DisputeQuery) => disputesHref(base, { ...query, cursor: undefined, ...change });
  const is_filtered = here || status || from || to;
  return (
    <>
      <PageHeader title="Disputes" />
      <TabLinks
        label="Which disputes"
        className="px-gutter"
        current={address({})}
        items={[
          { label: "Undecided", href: address({ show: undefined }) },
          { label: "All", href: address({ show: "all" }) },
        ]}
      />
      <FilterBar
        chips={[
          here && {
            ...{ name: "location", field: "Location", value: here.name },
            removeHref: address({ location: undefined }),
          },
          status && {
            ...{ name: "status", field: "State", value: disputeStatusWords[status] },
            removeHref: address({ status: undefined }),
          },
        ]}
        days={{
          ...{ from, to, locale: reader.locale, today: todayAt({ ...reader, time_zone }) },
          removeHref: address({ from: undefined, to: undefined }),
        }}
        fields={[
          {
            ...{ kind: "options", name: "location", label: "Location" },
            options: locations.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            ...{ kind: "options", name: "status", label: "State" },
            options: disputeStatuses.map((value) => ({ value, label: disputeStatusWords[value] })),
          },
        ]}
      />
      {disputes.length > 0 ? (
        <>
          <DisputesTable disputes={disputes} totals={by_currency} reader={reader} base={base} />
          <Pagination
            summary={`${counted(disputes.length, "dispute")}, ${show === "all" ? "newest first" : "the first deadline first"}`}
            firstHref={cursor ? address({}) : null}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            pageSize={pageSize}
            className="px-gutter"
          />
        </>
      ) : is_filtered ? (
        <EmptyState title="No disputes found">Remove a filter to see more disputes.</EmptyState>
      ) : (
        <EmptyState title={show === "all" ? "No disputes yet" : "Nothing to answer"}>
          When a payer&apos;s bank takes a payment back, you see it here with the day by which to answer.
        </EmptyState>
      )}
    </>
  );
}
