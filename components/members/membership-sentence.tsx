import { Sentence } from "@/components/ui/data/sentence";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import { lastDay } from "@/lib/values/membership-rules/term";
import { type Currency, formatMoney } from "@/lib/values/money";
import type { Membership } from "./member";

/** The next event of a membership and its reason. */
export function MembershipSentence({
  membership,
  localeContext,
}: {
  membership: Membership;
  localeContext: LocaleContext;
}) {
  const day = (on: string) => <b>{formatShortDate(on, todayAt(localeContext), localeContext.locale)}</b>;
  const money = (minor: number) => formatMoney(minor, membership.currency as Currency, localeContext.locale);
  const { status, starts_on, ends_on, next_bill_on, cancelled_on, price_minor, freeze } = membership;
  const { sessions_included, sessions_used, overdue_minor, overdue_since_on, kind } = membership;
  if (overdue_since_on !== null) {
    return (
      <Sentence>
        {overdue_minor > 0 ? <b>{money(overdue_minor)}</b> : "A payment"} has been overdue since {day(overdue_since_on)}
        . The member can check in until the grace period ends.
      </Sentence>
    );
  }
  if (status === "pending") return <Sentence>Starts on {day(starts_on)}.</Sentence>;
  if (status === "frozen") {
    return (
      <Sentence>
        {freeze?.to_on ? <>Frozen until {day(freeze.to_on)}</> : "Frozen without an end date"}. The end date and the
        next bill move by the length of the freeze.
      </Sentence>
    );
  }
  const last_on = lastDay(membership);
  if (cancelled_on !== null && last_on !== null) {
    return <Sentence>Cancelled. The last day of access is {day(last_on)}. There are no further bills.</Sentence>;
  }
  if (kind === "session_pack" && sessions_included !== null) {
    return (
      <Sentence>
        <b>
          {sessions_included - sessions_used} of {sessions_included}
        </b>{" "}
        visits left{ends_on ? <>, valid until {day(ends_on)}</> : null}.
      </Sentence>
    );
  }
  if (next_bill_on !== null) {
    return (
      <Sentence>
        Next bill is <b>{money(price_minor)}</b> on {day(next_bill_on)}.
      </Sentence>
    );
  }
  return (
    <Sentence>{ends_on ? <>Ends on {day(ends_on)} and does not renew automatically.</> : "Has no end date."}</Sentence>
  );
}
