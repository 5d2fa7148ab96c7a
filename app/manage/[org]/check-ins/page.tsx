import { ScanLine } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { BackDatedCheckInButton } from "@/components/access/check-ins/back-dated-check-in-button";
import { MemberFilter } from "@/components/access/check-ins/member-filter";
import { methodLabels } from "@/components/access/check-ins/method-labels";
import { NoCheckIns } from "@/components/access/check-ins/no-check-ins";
import { readVisitQuery, toVisitInput, type VisitQuery, visitsHref } from "@/components/access/check-ins/query";
import { VisitsTable } from "@/components/access/check-ins/visits-table";
import { LiveRefresh } from "@/components/layout/live-refresh";
import { ButtonLink } from "@/components/ui/controls/button";
import { Pagination } from "@/components/ui/controls/pagination";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { PageHeader } from "@/components/ui/data/page-header";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { formatCount, formatTime, type LocaleContext, todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listCheckIns } from "@/lib/domain/access/check-ins";
import { getMember } from "@/lib/domain/members";
import { listLocations } from "@/lib/domain/organization/locations";
import { fullName } from "@/lib/values/person-name";
import { checkInMethods } from "@/lib/values/statuses";
import { localDateTime } from "@/lib/values/wall-time";
import { Hours } from "./hours";

export const metadata: Metadata = { title: "Check-ins" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;
const isOpen = (location: { archived_at: string | null }) => location.archived_at === null;

export default async function CheckInsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("check_ins.read")) notFound();
  const query = readVisitQuery(await searchParams);
  const { tab, from, to, cursor } = query;
  const [{ data: visits, next_cursor }, { data: locations }, member] = await Promise.all([
    orNotFound(listCheckIns(caller, { ...toVisitInput(query), limit: pageSize })),
    listLocations(caller, { include_archived: true }),
    query.member ? orNotFound(getMember(caller, { id: query.member })) : null,
  ]);
  const here = locations.find(({ id }) => id === query.location);
  const now = caller.clock.now().toString();
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations, here),
    now,
  };
  const zones = new Map(locations.map(({ id, time_zone }) => [id, time_zone]));
  const base = `/manage/${org}/check-ins`;
  const address = (change: VisitQuery) => visitsHref(base, { ...query, cursor: undefined, ...change });
  const clockAt = (time_zone: string) => localDateTime(now, time_zone);
  const isFiltered = Boolean(here || member || query.method || from || to);
  return (
    <>
      <PageHeader
        title="Check-ins"
        meta={<LiveRefresh organization={org} location_id={here?.id} as_of={formatTime(now, localeContext)} />}
        actions={
          permissions.has("check_ins.create") ? (
            <>
              <BackDatedCheckInButton
                organization={org}
                locations={locations
                  .filter(isOpen)
                  .map(({ id, name, time_zone }) => ({ id, name, now: clockAt(time_zone) }))}
                member={member && { value: member.id, label: fullName(member.first_name, member.last_name) }}
                location_id={here?.id}
              />
              <ButtonLink
                href={`/desk/${org}`}
                variant="primary"
                icon={<ScanLine aria-hidden="true" />}
                keyCap="C"
                // The bottom bar has the same link.
                className="max-sm:hidden"
              >
                Check in
              </ButtonLink>
            </>
          ) : null
        }
      />
      <TabLinks
        label="Check-ins"
        className="px-gutter"
        current={address({})}
        items={[
          { label: "All", href: address({ tab: undefined }) },
          { label: "Checked in", href: address({ tab: "admitted" }) },
          { label: "Denied", href: address({ tab: "denied" }) },
          { label: "In the gym now", href: address({ tab: "inside" }) },
        ]}
      />
      <FilterBar
        chips={[
          member && {
            name: "member",
            field: "Member",
            value: fullName(member.first_name, member.last_name),
            removeHref: address({ member: undefined }),
          },
          here && {
            name: "location",
            field: "Location",
            value: here.name,
            removeHref: address({ location: undefined }),
          },
          query.method && {
            name: "method",
            field: "How",
            value: methodLabels[query.method],
            removeHref: address({ method: undefined }),
          },
        ]}
        days={
          tab === "inside"
            ? null
            : {
                from,
                to,
                today: todayAt(localeContext),
                locale: localeContext.locale,
                removeHref: address({ from: undefined, to: undefined }),
              }
        }
        fields={[
          {
            kind: "options",
            name: "location",
            label: "Location",
            options: locations.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            kind: "options",
            name: "method",
            label: "How they came",
            options: checkInMethods.map((value) => ({ value, label: methodLabels[value] })),
          },
        ]}
      >
        <Suspense>
          <MemberFilter organization={org} label="Find a member's check-ins" />
        </Suspense>
      </FilterBar>
      {(tab === undefined || tab === "admitted") && !member && !query.method && !cursor ? (
        <Suspense>
          <Hours organization={org} location_id={here?.id} from={from} to={to} localeContext={localeContext} />
        </Suspense>
      ) : null}
      {visits.length > 0 ? (
        <>
          <VisitsTable
            organization={org}
            visits={visits}
            localeContextOf={(location_id) => ({
              ...localeContext,
              time_zone: zones.get(location_id) ?? localeContext.time_zone,
            })}
            mayCheckOut={permissions.has("check_ins.create")}
            mayUndo={permissions.has("check_ins.undo")}
          />
          <Pagination
            className="px-gutter"
            summary={`${formatCount(visits.length, localeContext.locale)} ${visits.length === 1 ? "check-in" : "check-ins, newest first"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={cursor ? address({}) : null}
          />
        </>
      ) : (
        <NoCheckIns tab={tab} isFiltered={isFiltered} allHref={base} deskHref={`/desk/${org}`} />
      )}
    </>
  );
}
