import { ScanLine } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { DateFilter } from "@/components/audit/date-filter";
import { VisitsTable } from "@/components/check-ins/visits-table";
import { LiveRefresh } from "@/components/layout/live-refresh";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tab-links";
import { formatTime, type Place, todayAt } from "@/lib/client/format";
import { plainDay } from "@/lib/client/plain-day";
import { listCheckIns } from "@/lib/domain/check-ins";
import { listLocations } from "@/lib/domain/locations";
import { calendarDay } from "@/lib/values/calendar-day";

export const metadata: Metadata = { title: "Check-ins" };

type Query = { tab?: string; location?: string; from?: string; to?: string; cursor?: string };
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

const isDay = (text: string | undefined): text is string => calendarDay.safeParse(text).success;

export default async function CheckInsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("check_ins.read")) notFound();
  const { data: locations } = await listLocations(caller, { include_archived: true });
  const here = locations.find(({ id }) => id === query.location);
  const now = caller.clock.now().toString();
  const place: Place = { locale: organization.locale, time_zone: (here ?? locations[0])?.time_zone ?? "UTC", now };
  const [from, to] = [isDay(query.from) ? query.from : undefined, isDay(query.to) ? query.to : undefined];
  const { data: visits, next_cursor } = await listCheckIns(caller, {
    ...(here ? { location_id: here.id } : {}),
    ...(from ? { from_on: from } : {}),
    ...(to ? { to_on: to } : {}),
    ...(query.tab === "inside" ? { is_inside: true } : { include_undone: true }),
    ...(query.tab === "denied" ? { outcome: "denied" as const } : {}),
    ...(query.cursor ? { cursor: query.cursor } : {}),
  });
  const base = `/manage/${org}/check-ins`;
  const address = (change: Partial<Query>) => {
    const kept = Object.entries({ ...query, cursor: undefined, ...change }).filter(([, value]) => value);
    return kept.length > 0 ? `${base}?${new URLSearchParams(kept as [string, string][])}` : base;
  };
  const kept = Object.fromEntries(
    Object.entries({ tab: query.tab, location: here?.id }).filter(([, value]) => value),
  ) as Record<string, string>;
  const days = [from, to].flatMap((day) => (day ? [plainDay(day, todayAt(place), place.locale)] : [])).join(" to ");
  return (
    <>
      <PageHeader
        title="Check-ins"
        meta={<LiveRefresh organization={org} location_id={here?.id} as_of={formatTime(now, place)} />}
        actions={
          permissions.has("check_ins.create") ? (
            <ButtonLink href={`/desk/${org}`} variant="primary" icon={<ScanLine aria-hidden="true" />} keyCap="C">
              Check in
            </ButtonLink>
          ) : null
        }
      />
      <TabLinks
        label="Check-ins"
        className="px-gutter max-md:px-4"
        current={address({})}
        items={[
          { label: "All", href: address({ tab: "" }) },
          { label: "In the gym now", href: address({ tab: "inside", from: "", to: "" }) },
          { label: "Refused", href: address({ tab: "denied" }) },
        ]}
      />
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-gutter py-3 max-md:px-4">
        {here ? <FilterChip field="Location" value={here.name} removeHref={address({ location: "" })} /> : null}
        {days ? (
          <FilterChip
            field="Days"
            operator={from && to ? "from" : from ? "since" : "until"}
            value={days}
            removeHref={address({ from: "", to: "" })}
          />
        ) : null}
        <DateFilter from={from} to={to} kept={kept} today={todayAt(place)} />
      </div>
      {visits.length > 0 ? (
        <VisitsTable
          organization={org}
          visits={visits}
          place={place}
          mayCheckOut={permissions.has("check_ins.create")}
          mayUndo={permissions.has("check_ins.undo")}
        />
      ) : (
        <EmptyState
          title={query.tab === "inside" ? "Nobody is in the gym" : "No check-in matches these filters"}
          actions={query.tab || here || days ? <ButtonLink href={base}>Show all check-ins</ButtonLink> : null}
        >
          {query.tab === "inside"
            ? "Whoever scans in at the desk appears here at once."
            : "Every scan is kept, also the refused ones. Members scan in at the front desk."}
        </EmptyState>
      )}
      <Pagination
        summary={`${visits.length} check-ins, newest first`}
        nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
        firstHref={query.cursor ? address({}) : null}
      />
    </>
  );
}
