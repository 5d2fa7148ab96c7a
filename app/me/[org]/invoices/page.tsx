import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { OwnInvoiceList } from "@/components/billing/invoices/own-invoice-list";
import { MemberHeader } from "@/components/layout/member-shell";
import { NewestEarlier } from "@/components/layout/newest-earlier";
import { EmptyState } from "@/components/ui/data/empty-state";
import { listOwnInvoices } from "@/lib/domain/billing/invoices";
import { getOwnProfile } from "@/lib/domain/me";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ cursor?: string }> };

export const metadata: Metadata = { title: "Invoices" };

export default async function OwnInvoicesPage({ params, searchParams }: Props) {
  const [{ org }, { cursor }] = await Promise.all([params, searchParams]);
  const caller = await pageCaller(org);
  const [{ data, next_cursor }, { home_location }] = await Promise.all([
    orNotFound(listOwnInvoices(caller, { limit: 30, ...(cursor ? { cursor } : {}) })),
    getOwnProfile(caller, {}),
  ]);
  const base = `/me/${org}/invoices`;
  const localeContext = {
    locale: caller.organization?.locale ?? "en",
    time_zone: home_location.time_zone,
    now: caller.clock.now().toString(),
  };
  return (
    <>
      <MemberHeader title="Invoices" />
      {data.length === 0 ? (
        <EmptyState title="No invoices yet" className="rounded-dialog border border-line bg-surface">
          Your invoices appear here, with what is still to be paid.
        </EmptyState>
      ) : (
        <OwnInvoiceList invoices={data} localeContext={localeContext} invoiceHref={(id) => `${base}/${id}`} />
      )}
      <NewestEarlier label="Invoice pages" base={base} cursor={cursor} next_cursor={next_cursor} />
    </>
  );
}
