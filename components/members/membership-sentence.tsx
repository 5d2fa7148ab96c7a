import { Sentence } from "@/components/ui/data/sentence";
import { type Place, todayAt } from "@/lib/client/format";
import { plainDay } from "@/lib/client/plain-day";
import { lastDay } from "@/lib/values/membership-rules/term";
import { type Currency, formatMoney } from "@/lib/values/money";
import type { Membership } from "./member";

/** What comes next for a membership, with its reason. */
export function MembershipSentence({ membership, place }: { membership: Membership; place: Place }) {
  const day = (on: string) => <b>{plainDay(on, todayAt(place), place.locale)}</b>;
  const money = (minor: number) => formatMoney(minor, membership.currency as Currency, place.locale);
  const { status, starts_on, ends_on, next_bill_on, cancelled_on, price_minor, freeze } = membership;
  const { sessions_included, sessions_used, arrears_minor, arrears_since_on, kind } = membership;
  if (arrears_since_on !== null) {
    return (
      <Sentence>
        {arrears_minor > 0 ? <b>{money(arrears_minor)}</b> : "A payment"} is due since {day(arrears_since_on)}. The
        membership goes on; the door closes when the days of grace are over.
      </Sentence>
    );
  }
  if (status === "pending") return <Sentence>Begins on {day(starts_on)}.</Sentence>;
  if (status === "frozen") {
    return (
      <Sentence>
        {freeze?.to_on ? <>Frozen up to {day(freeze.to_on)}</> : "Frozen without a return date"}. The end and the next
        bill move by the days of the freeze.
      </Sentence>
    );
  }
  const last_on = lastDay(membership);
  if (cancelled_on !== null && last_on !== null) {
    return <Sentence>Cancelled. The last day of access is {day(last_on)}, and nothing more is billed.</Sentence>;
  }
  if (kind === "session_pack" && sessions_included !== null) {
    return (
      <Sentence>
        <b>
          {sessions_included - sessions_used} of {sessions_included}
        </b>{" "}
        visits are left{ends_on ? <>, to be used up to {day(ends_on)}</> : null}.
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
    <Sentence>
      {ends_on ? <>Ends on {day(ends_on)} and is not renewed by itself.</> : "Runs on without an end."}
    </Sentence>
  );
}
