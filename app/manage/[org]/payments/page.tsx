import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { methodWords } from "@/components/billing/payments/method-words";
import { PaymentsHeader } from "@/components/billing/payments/payments-header";
import { PaymentsTable } from "@/components/billing/payments/payments-table";
import { type PaymentQuery, paymentsHref, readPaymentQuery } from "@/components/billing/payments/query";
import { Pagination } from "@/components/ui/controls/pagination";
import { EmptyState } from "@/components/ui/data/empty-state";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listPayments } from "@/lib/domain/billing/payments";
import { listLocations } from "@/lib/domain/organization/locations";
import { paymentMethods } from "@/lib/values/billing";
import { counted } from "@/lib/values/counted";

export const metadata: Metadata = { title: "Payments" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;

export default async function PaymentsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("invoices.read")) notFound();
  const query = readPaymentQuery(await searchParams);
  const { location, method, from, to, cursor } = query;
  const [{ data: payments, next_cursor }, { data: locations }] = await Promise.all([
    orNotFound(
      listPayments(caller, {
        ...{ limit: pageSize, location_id: location, method, cursor },
        ...{ received_from: from, received_to: to },
      }),
    ),
    listLocations(caller, { include_archived: true }),
  ]);
  const here = locations.find(({ id }) => id === location);
  const reader: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations, here),
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/payments`;
  const address = (change: PaymentQuery) => paymentsHref(base, { ...query, cursor: undefined, ...change });
  return (
    <>
      <PaymentsHeader base={base} current="" />
      <FilterBar
        chips={[
          here && {
            name: "location",
            field: "Location",
            value: here.name,
            removeHref: address({ location: undefined }),
          },
          method && {
            name: "method",
            field: "How",
            value: methodWords[method],
            removeHref: address({ method: undefined }),
          },
        ]}
        days={{
          from,
          to,
          today: todayAt(reader),
          locale: reader.locale,
          removeHref: address({ from: undefined, to: undefined }),
        }}
        fields={[
          {
            kind: "options",
            name: "location",
            label: "Location",
            options: locations.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            kind: "options",
            name: "method",
            label: "How it was paid",
            options: paymentMethods.map((value) => ({ value, label: methodWords[value] })),
          },
        ]}
      />
      {payments.length > 0 ? (
        <>
          <PaymentsTable payments={payments} reader={reader} base={base} />
          <Pagination
            summary={`${counted(payments.length, "payment")}, newest first`}
            firstHref={cursor ? address({}) : null}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            pageSize={pageSize}
          />
        </>
      ) : here || method || from || to ? (
        <EmptyState title="No payments found">Remove a filter to see more payments.</EmptyState>
      ) : (
        <EmptyState title="No payments yet">Money that you take from members appears here.</EmptyState>
      )}
    </>
  );
}
