import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { PayerSearch } from "@/components/billing/payments/payer-search";
import { OpenTillForm } from "@/components/billing/till/cash-form";
import { OpenTill } from "@/components/billing/till/open-till";
import { SessionsTable } from "@/components/billing/till/sessions-table";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { Section } from "@/components/ui/data/section";
import { currentTill, listTillSessions } from "@/lib/domain/billing/till";
import { listLocations } from "@/lib/domain/organization/locations";

export const metadata: Metadata = { title: "Till" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ location?: string }> };

export default async function TillPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { location: chosen } = await searchParams;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("till.use")) notFound();
  const { data: locations } = await listLocations(caller, {});
  const here = locations.find(({ id }) => id === chosen) ?? locations[0];
  if (!here) return <EmptyState title="No location yet">Add a location first. Each location has a till.</EmptyState>;
  const location_id = here.id;
  const [{ session, movements, last_left_minor }, { data: sessions }] = await Promise.all([
    orNotFound(currentTill(caller, { location_id })),
    orNotFound(listTillSessions(caller, { location_id, limit: 20 })),
  ]);
  const base = `/manage/${org}/till`;
  const reader = { organization: org, locale: organization.locale, currency: here.currency };
  const closed = sessions.filter(({ closed_at }) => closed_at !== null);
  return (
    <>
      <PageHeader title="Till" meta={session ? "Open" : "Closed"} />
      {locations.length > 1 ? (
        <TabLinks
          label="Locations"
          className="px-gutter"
          current={`${base}?location=${location_id}`}
          items={locations.map(({ id, name }) => ({ label: name, href: `${base}?location=${id}` }))}
        />
      ) : null}
      <div className="flex flex-col gap-8 px-gutter py-6">
        {permissions.has("payments.record") ? (
          <div className="max-w-96">
            <PayerSearch {...reader} location_id={location_id} />
          </div>
        ) : null}
        {session ? (
          <OpenTill
            session={session}
            movements={movements}
            organization={org}
            locale={organization.locale}
            time_zone={here.time_zone}
            reportHref={`${base}/${session.id}`}
          />
        ) : (
          <Section title="Open the till">
            <OpenTillForm {...reader} location_id={location_id} last_left_minor={last_left_minor} />
          </Section>
        )}
        <Section title="Reports">
          {closed.length > 0 ? (
            <SessionsTable
              sessions={closed}
              locale={organization.locale}
              time_zone={here.time_zone}
              now={caller.clock.now().toString()}
              base={base}
            />
          ) : (
            <p className="text-ink-3">A report appears here when the till is closed for the first time.</p>
          )}
        </Section>
      </div>
    </>
  );
}
