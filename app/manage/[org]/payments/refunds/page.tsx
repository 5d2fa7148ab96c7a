import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { methodWords } from "@/components/billing/payments/method-words";
import { PaymentsHeader } from "@/components/billing/payments/payments-header";
import { refundStatusWords } from "@/components/billing/refunds/refund-state";
import { RefundsTable } from "@/components/billing/refunds/refunds-table";
import { Pagination } from "@/components/ui/controls/pagination";
import { EmptyState } from "@/components/ui/data/empty-state";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { SearchField } from "@/components/ui/filters/search-field";
import { formatCount, type LocaleContext, todayAt } from "@/lib/client/format";
import { listUrl, parseListQuery } from "@/lib/client/list-url";
import { zoneOf } from "@/lib/client/zones";
import { id, listOf } from "@/lib/contracts/fields";
import { getRefundTotals, listRefunds } from "@/lib/domain/billing/payments";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";
import { paymentMethods } from "@/lib/values/billing";
import { refundStatuses } from "@/lib/values/gateways";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { RefundTotals } from "./totals";

export const metadata: Metadata = { title: "Refunds" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;
const shape = {
  status: listOf(z.enum(refundStatuses)),
  ...{ method: z.enum(paymentMethods), location: id, from: calendarDay, to: calendarDay },
  ...{ q: z.string().trim().max(100), cursor: z.string().max(2_000) },
};
type Query = { [Name in keyof typeof shape]?: z.output<(typeof shape)[Name]> | undefined };

export default async function RefundsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("invoices.read")) notFound();
  const query: Query = parseListQuery(shape, await searchParams);
  const { status, method, location, from, to, q, cursor } = query;
  const filters = { status, method, location_id: location, refunded_from: from, refunded_to: to, q };
  const [{ data: refunds, next_cursor }, { data: locations }] = await Promise.all([
    orNotFound(listRefunds(caller, { ...filters, cursor, limit: pageSize })),
    listLocations(caller, { include_archived: true }),
  ]);
  const here = locations.find((one) => one.id === location);
  const reader: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations, here),
    now: caller.clock.now().toString(),
  };
  const manage = `/manage/${org}`;
  const base = `${manage}/payments/refunds`;
  const address = (change: Query) => listUrl(base, { ...query, cursor: undefined, ...change });
  return (
    <>
      <PaymentsHeader base={`${manage}/payments`} current="/refunds" />
      <FilterBar
        search={<SearchField label="Name or credit note" />}
        chips={[
          status && {
            ...{ name: "status", field: "State", operator: status.length > 1 ? "is any of" : "is" },
            value: status.map((one) => refundStatusWords[one]).join(" or "),
            removeHref: address({ status: undefined }),
          },
          method && {
            ...{ name: "method", field: "How", value: methodWords[method] },
            removeHref: address({ method: undefined }),
          },
          here && {
            ...{ name: "location", field: "Location", value: here.name },
            removeHref: address({ location: undefined }),
          },
        ]}
        days={{
          ...{ from, to, today: todayAt(reader), locale: reader.locale },
          removeHref: address({ from: undefined, to: undefined }),
        }}
        fields={[
          {
            ...{ kind: "options", name: "status", label: "State", many: true },
            options: refundStatuses.map((value) => ({ value, label: refundStatusWords[value] })),
          },
          {
            ...{ kind: "options", name: "method", label: "How it is paid back" },
            options: paymentMethods.map((value) => ({ value, label: methodWords[value] })),
          },
          {
            ...{ kind: "options", name: "location", label: "Location" },
            options: locations.map(({ id: value, name }) => ({ value, label: name })),
          },
        ]}
      />
      {refunds.length > 0 ? (
        <>
          <RefundsTable
            refunds={refunds}
            reader={reader}
            paymentHref={(one) => `${manage}/payments/${one}`}
            invoiceHref={(one) => `${manage}/invoices/${one}`}
          />
          {mayUse(caller, getRefundTotals.contract) ? (
            <Suspense>
              <RefundTotals organization={org} filters={filters} locale={reader.locale} />
            </Suspense>
          ) : null}
          <Pagination
            className="px-gutter"
            summary={`${formatCount(refunds.length, reader.locale)} ${refunds.length === 1 ? "refund" : "refunds, newest first"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={cursor ? address({}) : null}
          />
        </>
      ) : Object.keys(query).length > 0 ? (
        <EmptyState title="No refunds found">Remove a filter to see more refunds.</EmptyState>
      ) : (
        <EmptyState title="No refunds yet">
          Money that goes back to payers appears here. A refund begins at the payment, or at the credit note of an
          invoice.
        </EmptyState>
      )}
    </>
  );
}
