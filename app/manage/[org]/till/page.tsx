import { MonitorSmartphone } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { MovementsList } from "@/components/billing/till/movements-list";
import { SafeSection } from "@/components/billing/till/safe-section";
import { SessionsTable } from "@/components/billing/till/sessions-table";
import { ButtonLink } from "@/components/ui/controls/button";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { Section } from "@/components/ui/data/section";
import { formatTime, type LocaleContext } from "@/lib/client/format";
import { currentTill, listBankDeposits, listTillSessions } from "@/lib/domain/billing/till";
import { listLocations } from "@/lib/domain/organization/locations";
import { formatMoney } from "@/lib/values/money";

export const metadata: Metadata = { title: "Till" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ location?: string }> };

/** What happened in the tills. Money is taken, moved and counted on the page of the desk. */
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
  const [{ session, movements }, { data: sessions }, safe] = await Promise.all([
    orNotFound(currentTill(caller, { location_id })),
    orNotFound(listTillSessions(caller, { location_id, limit: 20 })),
    permissions.has("till.bank") ? orNotFound(listBankDeposits(caller, { location_id, limit: 5 })) : null,
  ]);
  const base = `/manage/${org}/till`;
  const { locale } = organization;
  const localeContext: LocaleContext = {
    ...{ locale, time_zone: here.time_zone, now: caller.clock.now().toString() },
  };
  const closed = sessions.filter(({ closed_at }) => closed_at !== null);
  return (
    <>
      <PageHeader
        title="Till"
        meta={session ? "Open" : "Closed"}
        actions={
          <ButtonLink
            href={`/desk/${org}/till?${new URLSearchParams({ location: location_id })}`}
            variant="primary"
            icon={<MonitorSmartphone aria-hidden="true" />}
          >
            Open the till page
          </ButtonLink>
        }
      />
      {locations.length > 1 ? (
        <TabLinks
          label="Locations"
          className="px-gutter"
          current={`${base}?location=${location_id}`}
          items={locations.map(({ id, name }) => ({ label: name, href: `${base}?location=${id}` }))}
        />
      ) : null}
      {session ? (
        <Section
          title="Cash today"
          meta={`Open since ${formatTime(session.opened_at, localeContext)} with ${formatMoney(session.float_minor, session.currency, locale)}`}
        >
          {movements.length > 0 ? (
            <MovementsList
              movements={movements}
              currency={session.currency}
              locale={locale}
              time_zone={here.time_zone}
            />
          ) : (
            <p className="text-ink-3">No cash has moved yet.</p>
          )}
        </Section>
      ) : null}
      {safe ? (
        <SafeSection
          organization={org}
          location_id={location_id}
          held_minor={safe.held_minor}
          currency={safe.currency}
          deposits={safe.data}
          localeContext={localeContext}
        />
      ) : null}
      <Section title="Reports">
        {closed.length > 0 ? (
          <SessionsTable
            sessions={closed}
            locale={locale}
            time_zone={here.time_zone}
            now={localeContext.now}
            base={base}
          />
        ) : (
          <p className="text-ink-3">A report appears here when the till is closed for the first time.</p>
        )}
      </Section>
    </>
  );
}
