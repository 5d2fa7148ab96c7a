import type { z } from "zod";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { getOwnProfile, ownMembership } from "@/lib/contracts/me/me";
import { lastDay } from "@/lib/values/membership-rules/term";

export type OwnProfile = Output<typeof getOwnProfile>;
export type OwnMembership = z.output<typeof ownMembership>;

/** The membership to show on the card: the one used for the entry decision, otherwise the latest. */
export const cardMembership = ({ entry, memberships }: OwnProfile): OwnMembership | null =>
  memberships.find(({ id }) => id === entry.membership_id) ?? memberships[0] ?? null;

/** The last fact on the card: the end, the visits left or the next bill. */
function validity(membership: OwnMembership, localeContext: LocaleContext) {
  const day = (on: string) => formatShortDate(on, todayAt(localeContext), localeContext.locale);
  const { status, starts_on, freeze, sessions_included, sessions_used, next_bill_on } = membership;
  const last = lastDay(membership);
  if (status === "pending") return { term: "Starts", detail: day(starts_on) };
  if (status === "frozen" && freeze) return { term: "Frozen until", detail: freeze.to_on ? day(freeze.to_on) : "—" };
  if (sessions_included !== null)
    return { term: "Visits left", detail: `${sessions_included - sessions_used} of ${sessions_included}` };
  if (last) return { term: status === "active" ? "Valid until" : "Ended", detail: day(last) };
  return next_bill_on ? { term: "Next bill", detail: day(next_bill_on) } : { term: "Since", detail: day(starts_on) };
}

export function passFacts(profile: OwnProfile, localeContext: LocaleContext) {
  const { member } = profile;
  const membership = cardMembership(profile);
  return [
    { term: "Member", detail: `${member.first_name} ${member.last_name}`.trim() },
    { term: "Member code", detail: member.member_code },
    ...(membership ? [{ term: "Plan", detail: membership.plan_name }, validity(membership, localeContext)] : []),
  ];
}
