import { Badge } from "@/components/ui/data/badge";
import { formatDateTime, formatDay, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { visitTime } from "@/lib/client/visit-time";
import type { listCheckIns } from "@/lib/contracts/access/check-ins";
import type { Output } from "@/lib/contracts/contract";
import type { listMembers } from "@/lib/contracts/members/members";
import { fullName, unknownVisitor } from "@/lib/values/person-name";
import type { PeopleListItem } from "./people-list";

type Member = Output<typeof listMembers>["data"][number];
type Visit = Output<typeof listCheckIns>["data"][number];
type Href = (member_id: string) => string;
/** Dates and times of a member use the time zone of the home location. */
type PlaceOf = (location_id: string) => LocaleContext;

const person = (member: Member, href: Href) => ({
  id: member.id,
  name: fullName(member.first_name, member.last_name),
  photo: member.photo_url,
  href: href(member.id),
});

type Right = { may: boolean };

export function inactiveItems(
  members: readonly Member[],
  localeContextOf: PlaceOf,
  href: Href,
  { may }: Right,
): PeopleListItem[] {
  return members.map((member) => ({
    ...person(member, href),
    detail: member.last_visit_at
      ? `Last visit ${lowercaseRelativeDay(formatDateTime(member.last_visit_at, localeContextOf(member.home_location_id)))}`
      : "No visits yet",
    ...(may && { action: { label: "Message", href: `${href(member.id)}?tab=messages&do=message` } }),
  }));
}

export function endingSoonItems(
  members: readonly Member[],
  localeContextOf: PlaceOf,
  href: Href,
  { may }: Right,
): PeopleListItem[] {
  return members.map((member) => ({
    ...person(member, href),
    detail: member.next?.on
      ? `${member.plan_names.join(", ")} ends ${lowercaseRelativeDay(formatDay(member.next.on, localeContextOf(member.home_location_id)))}`
      : member.plan_names.join(", "),
    ...(may && { action: { label: "Offer renewal", href: `${href(member.id)}?tab=memberships&do=renew` } }),
  }));
}

export function recentCheckInItems(
  visits: readonly Visit[],
  localeContextOf: PlaceOf,
  href: Href,
  { may }: Right,
): PeopleListItem[] {
  return visits.map((visit) => ({
    id: visit.id,
    name: visit.member ? fullName(visit.member.first_name, visit.member.last_name) : unknownVisitor,
    photo: visit.member?.photo_url ?? null,
    href: visit.member ? href(visit.member.id) : undefined,
    action:
      may && visit.member && visit.outcome === "denied"
        ? { label: "Check in", href: `${href(visit.member.id)}?do=check-in` }
        : undefined,
    detail: [visit.plan_name, visit.location_name].filter(Boolean).join(", "),
    end:
      visit.outcome === "denied" ? (
        <Badge tone="bad">Denied</Badge>
      ) : (
        <span className="text-ink-3">{visitTime(visit.check_in_time, localeContextOf(visit.location_id))}</span>
      ),
  }));
}
