import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currencyOptions } from "@/app/currency-options";
import { orNotFound } from "@/app/or-not-found";
import { personCaller } from "@/app/page-caller";
import { GymTable } from "@/components/platform/gym-table";
import { OpenGymButton } from "@/components/platform/open-gym-button";
import { OwnSupportGrants } from "@/components/platform/own-support-grants";
import { PlatformFrame } from "@/components/platform/platform-frame";
import { ButtonLink } from "@/components/ui/controls/button";
import { Pagination } from "@/components/ui/controls/pagination";
import { EmptyState } from "@/components/ui/data/empty-state";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { SearchField } from "@/components/ui/filters/search-field";
import { formatCount, type LocaleContext } from "@/lib/client/format";
import { listOrganizations } from "@/lib/domain/organization";
import { listSupportGrants } from "@/lib/domain/platform/support";

export const metadata: Metadata = { title: "Platform" };

type Props = { searchParams: Promise<{ q?: string; cursor?: string }> };

const pageSize = 50;

/** For super admins: lists all gyms and grants time-limited support access that the gym can see (A11). */
export default async function PlatformPage({ searchParams }: Props) {
  const caller = await personCaller();
  if (!caller.is_super_admin || caller.actor.type !== "user") notFound();
  const { q = "", cursor } = await searchParams;
  const term = q.trim().slice(0, 100);
  const [gyms, grants] = await Promise.all([
    orNotFound(
      listOrganizations(caller, { limit: pageSize, ...(term ? { q: term } : {}), ...(cursor ? { cursor } : {}) }),
    ),
    listSupportGrants(caller, { limit: 20 }),
  ]);
  const localeContext: LocaleContext = { locale: "en", time_zone: "UTC", now: caller.clock.now().toString() };
  const running = new Map(grants.data.filter((one) => one.is_running).map((one) => [one.organization_id, one]));
  const href = (next: string | null) => {
    const query = new URLSearchParams({ ...(term ? { q: term } : {}), ...(next ? { cursor: next } : {}) });
    return query.size > 0 ? `/platform?${query}` : "/platform";
  };
  return (
    <PlatformFrame current="/platform">
      <p className="max-w-[68ch] px-gutter py-4">
        You can see a gym's members and payments only while support access is active. The gym sees your name, your
        reason and everything you do.
      </p>
      <FilterBar
        search={<SearchField label="Gym name or URL name" />}
        actions={<OpenGymButton currencies={currencyOptions()} />}
      />
      {gyms.data.length > 0 ? (
        <>
          <GymTable gyms={gyms.data} running={running} support_name={caller.actor.name} localeContext={localeContext} />
          <Pagination
            className="px-gutter"
            summary={`${formatCount(gyms.data.length, localeContext.locale)} ${gyms.data.length === 1 ? "gym" : "gyms, by name"}`}
            pageSize={pageSize}
            nextHref={gyms.next_cursor ? href(gyms.next_cursor) : null}
            firstHref={cursor ? href(null) : null}
          />
        </>
      ) : (
        <EmptyState title={`No gyms match “${term}”`} actions={<ButtonLink href="/platform">Show all gyms</ButtonLink>}>
          The search matches part of the name or of the URL.
        </EmptyState>
      )}
      <OwnSupportGrants grants={grants.data} localeContext={localeContext} />
    </PlatformFrame>
  );
}
