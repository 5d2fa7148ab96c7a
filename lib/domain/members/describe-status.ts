import type { z } from "zod";
import type { nextFact } from "@/lib/contracts/members/member-fields";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { freezeOn } from "@/lib/values/membership-rules/freeze";
import { overdueSince } from "@/lib/values/membership-rules/overdue";
import { hasEnded } from "@/lib/values/membership-rules/status";
import { hasBegun, lastDay } from "@/lib/values/membership-rules/term";
import { billDayFrom } from "@/lib/values/membership-term";
import { memberStatusOn, type StatusMembership, type StatusPolicy } from "./member-status";

export type NextFact = z.output<typeof nextFact>;

/** The status of a member with the next event and the names of the plans. */
export function describeStatus(memberships: readonly StatusMembership[], today: CalendarDay, policy: StatusPolicy) {
  const { status, membership } = memberStatusOn(memberships, today, policy);
  const running = memberships.filter((one) => hasBegun(one, today) && !hasEnded(one, today));
  const [upcoming] = memberships
    .filter((one) => !hasBegun(one, today) && one.cancelled_on === null)
    .sort((a, b) => (a.starts_on < b.starts_on ? -1 : 1));
  const named = running.length > 0 ? running : [membership ?? upcoming].filter((one) => one !== undefined);
  const starts = upcoming && running.length === 0 ? fact("starts", upcoming.starts_on) : null;
  return {
    status,
    next: starts ?? (membership && factOf(membership, status, today)),
    plan_names: [...new Set(named.map(({ plan_name }) => plan_name))],
  };
}

function factOf(membership: StatusMembership, status: string, today: CalendarDay): NextFact | null {
  const { kind, sessions_included, sessions_used, next_bill_on, cancelled_on } = membership;
  const last_on = lastDay(membership);
  const is_pack = kind === "session_pack" && sessions_included !== null;
  const sessions = is_pack ? { sessions_left: sessions_included - sessions_used, sessions_included } : {};
  if (status === "overdue") return fact("overdue", overdueSince(membership, today));
  if (status === "frozen") {
    const last_frozen_on = freezeOn(membership, today)?.to_on;
    return fact("returns", last_frozen_on ? addDays(last_frozen_on, 1) : null);
  }
  if (hasEnded(membership, today)) return fact("ended", last_on !== null && last_on < today ? last_on : null, sessions);
  if (is_pack) return fact("sessions_left", last_on, sessions);
  if (cancelled_on !== null) return fact("until", last_on);
  if (last_on !== null) return fact("ends", last_on);
  if (next_bill_on === null) return null;
  return fact("renews", billDayFrom(next_bill_on, membership.anchor_day, membership, today));
}

const fact = (kind: NextFact["kind"], on: CalendarDay | null, sessions: Partial<NextFact> = {}): NextFact => ({
  kind,
  on,
  sessions_left: null,
  sessions_included: null,
  ...sessions,
});
