import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { TaxBanner } from "@/app/manage/[org]/tax-banner";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import type { InvoiceRow } from "@/components/billing/invoices/invoice";
import { InvoiceFilters } from "@/components/billing/invoices/invoice-filters";
import { InvoiceSelection, type SelectableInvoice } from "@/components/billing/invoices/invoice-selection";
import { InvoicesTable } from "@/components/billing/invoices/invoices-table";
import { NoInvoices } from "@/components/billing/invoices/no-invoices";
import {
  type InvoiceQuery,
  invoicesHref,
  readInvoiceQuery,
  toInvoiceFilters,
} from "@/components/billing/invoices/query";
import { RememberList } from "@/components/billing/invoices/remember-list";
import { StatusTabs } from "@/components/billing/invoices/status-tabs";
import { ExportButton } from "@/components/members/export-button";
import { ListFooter } from "@/components/members/list-footer";
import { ButtonLink } from "@/components/ui/controls/button";
import { PageHeader } from "@/components/ui/data/page-header";
import { formatCount, type LocaleContext, todayAt } from "@/lib/client/format";
import { listUrl } from "@/lib/client/list-url";
import { listInvoices } from "@/lib/domain/billing/invoices";
import { getMember } from "@/lib/domain/members";
import { listLocations } from "@/lib/domain/organization/locations";
import { fullName } from "@/lib/values/person-name";
import { CountedTabs } from "./counted-tabs";
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
  const may = { take: permissions.has("payments.record"), correct: permissions.has("invoices.correct") };
  const selectable = may.take || may.correct;
  const newHref = permissions.has("invoices.write") ? `${base}/new` : null;
  const totals = (as: "rows" | "list") =>
    permissions.has("revenue.read") ? (
      <Suspense>
        <Totals organization={org} filters={JSON.stringify(filters)} as={as} selectable={selectable} />
      </Suspense>
    ) : null;
  return (
    <>
      <PageHeader
        title="Invoices"
        actions={
          <>
            {permissions.has("revenue.read") ? (
              <ExportButton href={listUrl("/api/v1/invoices/exports", { organization: org, ...filters })} />
            ) : null}
            {newHref ? (
              <ButtonLink href={newHref} variant="primary" icon={<Plus aria-hidden="true" />} keyCap="N">
                New invoice
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {permissions.has("billing.configure") ? (
        <Suspense>
          <TaxBanner organization={org} />
        </Suspense>
      ) : null}
      <Suspense fallback={<StatusTabs query={query} address={address} counts={[]} locale={locale} />}>
        <CountedTabs organization={org} query={query} base={base} />
      </Suspense>
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
          <RememberList base={base} ids={invoices.map(({ id }) => id)} />
          <InvoiceSelection
            organization={org}
            invoices={invoices.flatMap(selectableOf)}
            locale={locale}
            may={may}
            newHref={newHref}
          >
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
              selectable={selectable}
            />
          </InvoiceSelection>
          {totals("list")}
          <ListFooter
            selectable={selectable}
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

/** What the bulk actions need of an invoice that has something to pay. */
function selectableOf(row: InvoiceRow): SelectableInvoice[] {
  const { id, number, due_on, open_minor, currency, location_id, payer, status } = row;
  if (number === null || due_on === null || open_minor === 0 || status === "void") return [];
  return [
    {
      id,
      number,
      due_on,
      open_minor,
      currency,
      location_id,
      payer: { kind: payer.kind, id: payer.id, name: payer.name },
    },
  ];
}
