import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { InvoiceFilters } from "@/components/billing/invoices/invoice-filters";
import { InvoicesTable } from "@/components/billing/invoices/invoices-table";
import { NoInvoices } from "@/components/billing/invoices/no-invoices";
import {
  type InvoiceQuery,
  invoicesHref,
  readInvoiceQuery,
  toInvoiceFilters,
} from "@/components/billing/invoices/query";
import { StatusTabs } from "@/components/billing/invoices/status-tabs";
import { Pagination } from "@/components/ui/controls/pagination";
import { PageHeader } from "@/components/ui/data/page-header";
import { formatCount, type LocaleContext, todayAt } from "@/lib/client/format";
import { listInvoices } from "@/lib/domain/billing/invoices";
import { getMember } from "@/lib/domain/members";
import { listLocations } from "@/lib/domain/organization/locations";
import { fullName } from "@/lib/values/person-name";
import { Totals } from "./totals";

export const metadata: Metadata = { title: "Invoices" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;

export default async function InvoicesPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("invoices.read")) notFound();
  const query = readInvoiceQuery(await searchParams);
  const { sort = "newest", cursor } = query;
  const filters = toInvoiceFilters(query);
  const [{ data: invoices, next_cursor }, { data: locations }, member] = await Promise.all([
    orNotFound(listInvoices(caller, { ...filters, sort, limit: pageSize, ...(cursor && { cursor }) })),
    listLocations(caller, { include_archived: true }),
    query.member ? orNotFound(getMember(caller, { id: query.member })) : null,
  ]);
  const { locale } = organization;
  const now = caller.clock.now().toString();
  const zones = new Map(locations.map(({ id, time_zone }) => [id, time_zone]));
  const localeContextOf = (id: string | undefined): LocaleContext => ({
    ...{ locale, now },
    time_zone: (id && zones.get(id)) || (locations[0]?.time_zone ?? "UTC"),
  });
  const manage = `/manage/${org}`;
  const base = `${manage}/invoices`;
  const address = (change: InvoiceQuery) => invoicesHref(base, { ...query, cursor: undefined, ...change });
  const totals = (as: "rows" | "list") =>
    permissions.has("revenue.read") ? (
      <Suspense>
        <Totals organization={org} filters={JSON.stringify(filters)} as={as} />
      </Suspense>
    ) : null;
  return (
    <>
      <PageHeader title="Invoices" />
      <StatusTabs query={query} address={address} />
      <InvoiceFilters
        organization={org}
        query={query}
        address={address}
        member_name={member && fullName(member.first_name, member.last_name)}
        locations={locations}
        today={todayAt(localeContextOf(query.location))}
        locale={locale}
      />
      {invoices.length > 0 ? (
        <>
          <InvoicesTable
            invoices={invoices}
            localeContextOf={localeContextOf}
            invoiceHref={(id) => `${base}/${id}`}
            memberHref={(id) => `${manage}/members/${id}`}
            dueSort={{
              href: address({ sort: sort === "due" ? undefined : "due" }),
              ...(sort === "due" && { direction: "ascending" }),
            }}
            footer={totals("rows")}
          />
          {totals("list")}
          <Pagination
            className="px-gutter"
            summary={`${formatCount(invoices.length, locale)} ${invoices.length === 1 ? "document" : "documents"}, ${sort === "due" ? "first due first" : "newest first"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={cursor ? address({}) : null}
          />
        </>
      ) : (
        <NoInvoices query={query} allHref={base} searchHref={invoicesHref(base, { q: query.q })} />
      )}
    </>
  );
}
