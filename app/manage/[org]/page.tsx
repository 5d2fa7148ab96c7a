import { ScanLine, UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { pageCaller } from "@/app/page-caller";
import { pagePolicies } from "@/app/page-policies";
import { InTheGym } from "@/components/insight/dashboard/in-the-gym";
import { MonthFigures } from "@/components/insight/dashboard/month-figures";
import { endingSoonItems, inactiveItems, recentCheckInItems } from "@/components/insight/dashboard/people";
import { PeopleList } from "@/components/insight/dashboard/people-list";
import { VisitsToday } from "@/components/insight/dashboard/visits-today";
import { FirstSteps } from "@/components/insight/getting-started/first-steps";
import { LiveRefresh } from "@/components/layout/live-refresh";
import { noneEnding, noneInactive } from "@/components/members/status-words";
import { ButtonLink } from "@/components/ui/controls/button";
import { PageHeader } from "@/components/ui/data/page-header";
import { formatLongDay, formatTime, type LocaleContext } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { readDashboardPage } from "@/lib/domain/insight/dashboard";
import { getGettingStarted } from "@/lib/domain/insight/getting-started";
import { mayUse } from "@/lib/kernel/operation";
import { counted } from "@/lib/values/counted";
import { inactivityBounds } from "@/lib/values/inactivity";
import type { Permission } from "@/lib/values/permissions";
import { currentStatuses } from "@/lib/values/statuses";
import { localHour } from "@/lib/values/wall-time";
import { TaxBanner } from "./tax-banner";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ location?: string }> };

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { expiring_days, inactive_days, busy_percent, full_percent } = pagePolicies(caller);
  const { location: location_id } = await searchParams;
  const here = location_id ? { location_id } : {};
  const { locale } = caller.organization ?? { locale: "en" };
  const [page, started] = await Promise.all([
    readDashboardPage(caller, here),
    mayUse(caller, getGettingStarted.contract) ? getGettingStarted(caller, {}) : null,
  ]);
  const { now, today, occupancy, statistics, figures, counts, ending, inactive, visits } = page;
  const localeContext: LocaleContext = { locale, ...zoneOf(occupancy.data), now };
  const zones = new Map(occupancy.data.map((one) => [one.location_id, one.time_zone]));
  const localeContextOf = (id: string): LocaleContext => ({
    ...localeContext,
    time_zone: zones.get(id) ?? localeContext.time_zone,
  });
  const base = `/manage/${org}`;
  const address = (path: string, filters: Record<string, string>) => {
    const query = new URLSearchParams({ ...(location_id ? { location: location_id } : {}), ...filters });
    return query.size > 0 ? `${base}${path}?${query}` : `${base}${path}`;
  };
  const may = (permission: Permission) => caller.permissions.has(permission);
  const memberHref = (id: string) => `${base}/members/${id}`;
  return (
    <>
      <PageHeader
        title={formatLongDay(today, locale)}
        meta={<LiveRefresh organization={org} location_id={location_id} as_of={formatTime(now, localeContext)} />}
        actions={
          <>
            {caller.permissions.has("check_ins.create") ? (
              <ButtonLink
                href={`/desk/${org}`}
                icon={<ScanLine aria-hidden="true" />}
                keyCap="C"
                // The bottom bar has the same link.
                className="max-sm:hidden"
              >
                Check in
              </ButtonLink>
            ) : null}
            {caller.permissions.has("members.write") ? (
              <ButtonLink
                href={`${base}/members/new`}
                variant="primary"
                icon={<UserPlus aria-hidden="true" />}
                keyCap="N"
              >
                New member
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {caller.permissions.has("billing.configure") ? (
        <Suspense>
          <TaxBanner organization={org} />
        </Suspense>
      ) : null}
      {started && !started.is_complete && !started.is_hidden ? (
        <FirstSteps organization={org} started={started} location_id={occupancy.data[0]?.location_id} />
      ) : null}
      <div className="grid lg:grid-cols-[7fr_13fr] lg:divide-x lg:divide-line">
        <InTheGym
          locations={occupancy.data}
          marks={{ busy_percent, full_percent }}
          visits_today={statistics.last_day.visits}
          locale={locale}
          insideHref={(id) =>
            `${base}/check-ins?${new URLSearchParams({ ...(id ? { location: id } : {}), tab: "inside" })}`
          }
        />
        <VisitsToday
          day={statistics.last_day}
          hour={localHour(now, localeContext.time_zone)}
          locale={locale}
          visitsHref={address("/check-ins", { from: today, to: today })}
        />
      </div>
      <MonthFigures
        figures={figures}
        counts={counts}
        locale={locale}
        expiring_days={expiring_days}
        membersHref={(filters) => address("/members", filters)}
        invoicesHref={(filters) => address("/invoices", filters)}
        paymentsHref={(filters) => address("/payments", filters)}
        disputesHref={(filters) => address("/disputes", filters)}
      />
      <div className="grid grow divide-line max-lg:divide-y lg:grid-cols-3 lg:divide-x">
        <PeopleList
          title="Inactive members"
          meta={<span className="text-ink-3">no visit in {counted(inactive_days, "day")}</span>}
          people={inactiveItems(inactive.data, localeContextOf, memberHref, { may: may("messages.send") })}
          empty={noneInactive(counts, inactive_days)}
          all={{
            href: address("/members", {
              status: currentStatuses.join(),
              sort: "-last_visit",
              ...inactivityBounds(today, inactive_days),
            }),
            label: "View all",
          }}
        />
        <PeopleList
          title="Ending soon"
          people={endingSoonItems(ending.data, localeContextOf, memberHref, { may: may("memberships.sell") })}
          empty={counts.all === 0 ? "No memberships yet." : noneEnding(expiring_days)}
          all={{ href: address("/members", { status: "expiring" }), label: "View all" }}
        />
        <PeopleList
          title="Recent check-ins"
          people={recentCheckInItems(visits.data, localeContextOf, memberHref, { may: may("check_ins.create") })}
          empty="No check-ins yet."
          all={{ href: address("/check-ins", {}), label: "View all" }}
        />
      </div>
    </>
  );
}
