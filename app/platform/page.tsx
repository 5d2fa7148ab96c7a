import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { personCaller } from "@/app/page-caller";
import { SignOutLink } from "@/components/identity/sign-out-link";
import { Mark } from "@/components/layout/mark";
import { SupportActions } from "@/components/platform/support-actions";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { PhoneRow } from "@/components/ui/phone-row";
import { Section } from "@/components/ui/section";
import { ToastProvider } from "@/components/ui/toast";
import { formatWhen, type Place } from "@/lib/client/format";
import { listOrganizations } from "@/lib/domain/organizations";
import { listSupportGrants } from "@/lib/domain/support";

export const metadata: Metadata = { title: "Platform" };

type Props = { searchParams: Promise<{ cursor?: string }> };

/** For super admins: which gyms there are, and a time-boxed way into one of them that the gym can see (A11). */
export default async function PlatformPage({ searchParams }: Props) {
  const caller = await personCaller();
  if (!caller.is_super_admin) notFound();
  const { cursor } = await searchParams;
  const [gyms, grants] = await Promise.all([
    listOrganizations(caller, cursor ? { cursor } : {}),
    listSupportGrants(caller, { limit: 20 }),
  ]);
  const place: Place = { locale: "en", time_zone: "UTC", now: caller.clock.now().toString() };
  const running = new Map(grants.data.filter((one) => one.is_running).map((one) => [one.organization_id, one]));
  const actions = (gym: { id: string; slug: string; name: string }) => (
    <SupportActions slug={gym.slug} name={gym.name} grant_id={running.get(gym.id)?.id ?? null} />
  );
  const state = (id: string) => {
    const grant = running.get(id);
    return grant ? <Badge tone="note">Open until {formatWhen(grant.expires_at, place)} UTC</Badge> : "No access";
  };
  return (
    <ToastProvider>
      <main className="min-h-dvh bg-surface">
        <div className="mx-auto flex max-w-[1120px] flex-col">
          <PageHeader
            title={
              <span className="flex items-center gap-3">
                <Mark name="FitFlow" />
                Platform
              </span>
            }
            actions={<SignOutLink />}
          />
          <p className="max-w-[68ch] px-gutter py-4 max-md:px-4">
            You see a gym's members and money only while support access is open. The gym reads your reason, your name
            and every step you take in its activity log.
          </p>
          <DataTable
            label="Gyms"
            columns={[
              { key: "name", header: "Gym", cell: (gym) => <b className="font-medium text-ink">{gym.name}</b> },
              { key: "slug", header: "Address", cell: (gym) => gym.slug },
              { key: "state", header: "Support access", cell: (gym) => state(gym.id) },
              { key: "actions", header: <span className="sr-only">Actions</span>, align: "end", cell: actions },
            ]}
            rows={gyms.data}
            rowKey={(gym) => gym.id}
            edge
            phone={(gym) => (
              <PhoneRow title={gym.name} subtitle={gym.slug} status={state(gym.id)} fact={actions(gym)} />
            )}
          />
          <Pagination
            summary={`${gyms.data.length} gyms`}
            nextHref={gyms.next_cursor ? `/platform?cursor=${encodeURIComponent(gyms.next_cursor)}` : null}
            firstHref={cursor ? "/platform" : null}
          />
          <Section title="Your visits" className="px-gutter py-4 max-md:px-4">
            {grants.data.length === 0 ? (
              <p className="py-3 text-ink-3">You have not entered any gym yet.</p>
            ) : (
              <ul className="ui-rows">
                {grants.data.map((grant) => (
                  <li key={grant.id}>
                    <span className="min-w-0 flex-1">
                      <b className="font-medium text-ink">{grant.organization_name}</b> {grant.reason}
                    </span>
                    <span className="text-ink-3">{formatWhen(grant.granted_at, place)} UTC</span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </div>
      </main>
    </ToastProvider>
  );
}
