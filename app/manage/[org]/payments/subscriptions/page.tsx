import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { PaymentsHeader } from "@/components/billing/payments/payments-header";
import { SubscriptionsTable, subscriptionStatusWords } from "@/components/gateways/subscriptions/subscriptions-table";
import { Pagination } from "@/components/ui/controls/pagination";
import { SegmentedLinks } from "@/components/ui/controls/segmented-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { formatCount, type LocaleContext } from "@/lib/client/format";
import { listUrl, parseListQuery } from "@/lib/client/list-url";
import { id, listOf } from "@/lib/contracts/fields";
import { listSubscriptions } from "@/lib/domain/gateways/subscriptions";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";
import { subscriptionStatuses } from "@/lib/values/gateways";

export const metadata: Metadata = { title: "Subscriptions" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;
const shape = { status: listOf(z.enum(subscriptionStatuses)), location: id, cursor: z.string().max(2_000) };
type Query = { [Name in keyof typeof shape]?: z.output<(typeof shape)[Name]> | undefined };

const views: { label: string; status?: Query["status"] }[] = [
  { label: "All" },
  { label: "Bill unpaid", status: ["overdue"] },
  { label: "Running", status: ["active", "paused"] },
  { label: "Ended", status: ["canceled", "failed"] },
];

export default async function SubscriptionsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, listSubscriptions.contract)) notFound();
  const query: Query = parseListQuery(shape, await searchParams);
  const { status, location, cursor } = query;
  const [{ data: subscriptions, next_cursor }, { data: locations }] = await Promise.all([
    orNotFound(listSubscriptions(caller, { status, location_id: location, cursor, limit: pageSize })),
    listLocations(caller, { include_archived: true }),
  ]);
  const zones = new Map(locations.map(({ id: location_id, time_zone }) => [location_id, time_zone]));
  const { locale } = organization;
  const localeContextOf = (location_id: string): LocaleContext => ({
    ...{ locale, now: caller.clock.now().toString() },
    time_zone: zones.get(location_id) ?? "UTC",
  });
  const manage = `/manage/${org}`;
  const base = `${manage}/payments/subscriptions`;
  const address = (change: Query) => listUrl(base, { ...query, cursor: undefined, ...change });
  const here = locations.find((one) => one.id === location);
  return (
    <>
      <PaymentsHeader base={`${manage}/payments`} current="/subscriptions" />
      <div className="overflow-x-auto px-gutter pt-4 pb-1">
        <SegmentedLinks
          label="State"
          current={address({ status })}
          items={views.map((view) => ({ label: view.label, href: address({ status: view.status }) }))}
        />
      </div>
      <FilterBar
        chips={[
          here && {
            ...{ name: "location", field: "Location", value: here.name },
            removeHref: address({ location: undefined }),
          },
        ]}
        fields={[
          {
            ...{ kind: "options", name: "status", label: "State", many: true },
            options: subscriptionStatuses.map((value) => ({ value, label: subscriptionStatusWords[value] })),
          },
          {
            ...{ kind: "options", name: "location", label: "Location" },
            options: locations.map(({ id: value, name }) => ({ value, label: name })),
          },
        ]}
      />
      {subscriptions.length > 0 ? (
        <>
          <SubscriptionsTable
            subscriptions={subscriptions}
            localeContextOf={localeContextOf}
            membershipHref={({ member_id, membership_id }) =>
              `${manage}/members/${member_id}?${new URLSearchParams({ tab: "memberships", membership: membership_id })}`
            }
          />
          <Pagination
            className="px-gutter"
            summary={`${formatCount(subscriptions.length, locale)} ${subscriptions.length === 1 ? "subscription" : "subscriptions, newest first"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={cursor ? address({}) : null}
          />
        </>
      ) : Object.keys(query).length > 0 ? (
        <EmptyState title="No subscriptions found">Remove a filter to see more subscriptions.</EmptyState>
      ) : (
        <EmptyState title="No subscriptions yet">
          Memberships that a payment gateway bills by itself appear here. Staff start one on the page of a member, where
          the settings say that the gateway runs the cycle.
        </EmptyState>
      )}
    </>
  );
}
