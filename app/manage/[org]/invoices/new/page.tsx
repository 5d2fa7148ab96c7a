import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { taxClassesFor } from "@/app/tax-classes";
import { InvoiceForm } from "@/components/billing/invoices/new/invoice-form";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { todayAt } from "@/lib/client/format";
import { listCompanies } from "@/lib/domain/billing/companies";
import { getMember } from "@/lib/domain/members";
import { listLocations } from "@/lib/domain/organization/locations";
import { fullName } from "@/lib/values/person-name";

export const metadata: Metadata = { title: "New invoice" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ member?: string }> };

export default async function NewInvoicePage({ params, searchParams }: Props) {
  const { org } = await params;
  const { member: member_id } = await searchParams;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("invoices.write")) notFound();
  const [{ data: locations }, { data: companies }, member, tax_classes] = await Promise.all([
    listLocations(caller, {}),
    listCompanies(caller, { limit: 200 }),
    member_id ? orNotFound(getMember(caller, { id: member_id })) : null,
    taxClassesFor(caller),
  ]);
  const { locale } = organization;
  const time_zone = locations[0]?.time_zone ?? "UTC";
  const base = `/manage/${org}/invoices`;
  return (
    <>
      <PageHeader
        title="New invoice"
        breadcrumb={<Breadcrumb items={[{ label: "Invoices", href: base }, { label: "New invoice" }]} />}
      />
      {locations.length > 0 ? (
        <InvoiceForm
          organization={org}
          locations={locations.map(({ id, name, currency }) => ({ id, name, currency }))}
          companies={companies.map(({ id, name }) => ({ id, name }))}
          tax_classes={tax_classes}
          initialPayer={
            member && { kind: "member", id: member.id, name: fullName(member.first_name, member.last_name) }
          }
          today={todayAt({ locale, time_zone, now: caller.clock.now().toString() })}
          locale={locale}
          base={base}
        />
      ) : (
        <EmptyState title="No location yet">Add a location first. It sells with its currency and its taxes.</EmptyState>
      )}
    </>
  );
}
