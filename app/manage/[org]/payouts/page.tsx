import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { payoutStatusWords } from "@/components/gateways/payouts/payout-status";
import { PayoutsTable } from "@/components/gateways/payouts/payouts-table";
import { type PayoutQuery, payoutsHref, readPayoutQuery } from "@/components/gateways/payouts/query";
import { Pagination } from "@/components/ui/controls/pagination";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { getPayoutTotals, listPayouts } from "@/lib/domain/gateways/payouts";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";
import { counted } from "@/lib/values/counted";
import { payoutStatuses } from "@/lib/values/gateways";

export const metadata: Metadata = { title: "Payouts" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;

export default async function PayoutsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("ledger.read")) notFound();
  if (!mayUse(caller, listPayouts.contract))
    return (
      <>
        <PageHeader title="Payouts" />
        <EmptyState title="Payouts are for all locations">
          A payout carries the money of several locations, so it is shown to people who may see all of them.
        </EmptyState>
      </>
    );
  const query = readPayoutQuery(await searchParams);
  const { show, status, from, to, cursor } = query;
  const filters = {
    ...{ status: status && [status], arrives_from: from, arrives_to: to },
    ...(show ? { is_mismatched: true } : {}),
  };
  const [{ data: payouts, next_cursor }, { by_currency }, { data: locations }] = await Promise.all([
    orNotFound(listPayouts(caller, { ...filters, limit: pageSize, cursor })),
    orNotFound(getPayoutTotals(caller, filters)),
    listLocations(caller, {}),
  ]);
  const reader: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/payouts`;
  const address = (change: PayoutQuery) => payoutsHref(base, { ...query, cursor: undefined, ...change });
  return (
    <>
      <PageHeader title="Payouts" />
      <TabLinks
        label="Which payouts"
        className="px-gutter"
        current={address({})}
        items={[
          { label: "All", href: address({ show: undefined }) },
          { label: "To look at", href: address({ show: "mismatched" }) },
        ]}
      />
      <FilterBar
        chips={[
          status && {
            ...{ name: "status", field: "State", value: payoutStatusWords[status] },
            removeHref: address({ status: undefined }),
          },
        ]}
        days={{
          ...{ from, to, locale: reader.locale, today: todayAt(reader) },
          removeHref: address({ from: undefined, to: undefined }),
        }}
        fields={[
          {
            ...{ kind: "options", name: "status", label: "State" },
            options: payoutStatuses.map((value) => ({ value, label: payoutStatusWords[value] })),
          },
        ]}
      />
      {payouts.length > 0 ? (
        <>
          <PayoutsTable payouts={payouts} totals={by_currency} reader={reader} base={base} />
          <Pagination
            summary={`${counted(payouts.length, "payout")}, latest first`}
            firstHref={cursor ? address({}) : null}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            pageSize={pageSize}
            className="px-gutter"
          />
        </>
      ) : show || status || from || to ? (
        <EmptyState title={show && !status && !from && !to ? "Everything matches" : "No payouts found"}>
          {show && !status && !from && !to
            ? "Each item of each payout is a payment, refund, dispute or fee that is recorded here."
            : "Remove a filter to see more payouts."}
        </EmptyState>
      ) : (
        <EmptyState title="No payouts yet">
          What your payment gateway sends to your bank appears here, with what it consists of.
        </EmptyState>
      )}
    </>
  );
}
