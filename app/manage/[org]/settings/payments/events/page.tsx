import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { PaymentSettingsParts } from "@/components/gateways/connections/payment-settings-parts";
import { eventStatusWords } from "@/components/gateways/events/event-words";
import { EventsTable } from "@/components/gateways/events/events-table";
import { type EventQuery, readEventQuery } from "@/components/gateways/events/query";
import { SettingsHeader } from "@/components/organization/settings-header";
import { Pagination } from "@/components/ui/controls/pagination";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { EmptyState } from "@/components/ui/data/empty-state";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { SearchField } from "@/components/ui/filters/search-field";
import { formatCount, type LocaleContext, todayAt } from "@/lib/client/format";
import { listUrl } from "@/lib/client/list-url";
import { zoneOf } from "@/lib/client/zones";
import { listGateways } from "@/lib/domain/gateways/connections";
import { listGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";
import { webhookStatuses } from "@/lib/values/gateways";

export const metadata: Metadata = { title: "Gateway events" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;

export default async function GatewayEventsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, listGatewayEvents.contract)) notFound();
  const query = readEventQuery(await searchParams);
  const { status, vendor, q, from, to, cursor } = query;
  const [{ data: events, next_cursor, waiting }, { choices }, { data: locations }] = await Promise.all([
    orNotFound(
      listGatewayEvents(caller, {
        ...{ status, vendor, type: q, received_from: from, received_to: to, cursor, limit: pageSize },
      }),
    ),
    listGateways(caller, {}),
    listLocations(caller, {}),
  ]);
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/settings/payments/events`;
  const address = (change: EventQuery) => listUrl(base, { ...query, cursor: undefined, ...change });
  const vendorLabels = new Map<string, string>(choices.map(({ vendor: name, label }) => [name, label]));
  const toLook = waiting.quarantined + waiting.failed;
  return (
    <>
      <SettingsHeader organization={org} current="/payments" mayUse={(contract) => mayUse(caller, contract)} />
      <PaymentSettingsParts organization={org} current="/events" quarantined={waiting.quarantined} />
      {toLook > 0 ? (
        <Callout
          tone="warn"
          className="mx-gutter my-3"
          title={`${formatCount(toLook, localeContext.locale)} ${toLook === 1 ? "event waits" : "events wait"} for you`}
        >
          Nothing was booked for {toLook === 1 ? "it" : "them"}. Read why, correct it at the gateway, then replay.{" "}
          <TextLink href={listUrl(base, { status: ["quarantined", "failed"] })}>Show</TextLink>
        </Callout>
      ) : null}
      <FilterBar
        search={<SearchField label="Beginning of the type" />}
        chips={[
          status && {
            ...{ name: "status", field: "State", operator: status.length > 1 ? "is any of" : "is" },
            value: status.map((one) => eventStatusWords[one]).join(" or "),
            removeHref: address({ status: undefined }),
          },
          vendor && {
            ...{ name: "vendor", field: "Gateway", value: vendorLabels.get(vendor) ?? vendor },
            removeHref: address({ vendor: undefined }),
          },
        ]}
        days={{
          ...{ from, to, today: todayAt(localeContext), locale: localeContext.locale },
          removeHref: address({ from: undefined, to: undefined }),
        }}
        fields={[
          {
            ...{ kind: "options", name: "status", label: "State", many: true },
            options: webhookStatuses.map((value) => ({ value, label: eventStatusWords[value] })),
          },
          {
            ...{ kind: "options", name: "vendor", label: "Gateway" },
            options: choices.map(({ vendor: value, label }) => ({ value, label })),
          },
        ]}
      />
      {events.length > 0 ? (
        <>
          <EventsTable events={events} vendorLabels={vendorLabels} localeContext={localeContext} base={base} />
          <Pagination
            className="px-gutter"
            summary={`${formatCount(events.length, localeContext.locale)} ${events.length === 1 ? "event" : "events, newest first"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={cursor ? address({}) : null}
          />
        </>
      ) : Object.keys(query).length > 0 ? (
        <EmptyState title="No events found">Remove a filter to see more events.</EmptyState>
      ) : (
        <EmptyState title="No events yet">
          What a payment gateway reports appears here. Events with a wrong signature are refused and not stored.
        </EmptyState>
      )}
    </>
  );
}
