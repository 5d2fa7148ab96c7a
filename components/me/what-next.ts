import type { OwnMembership } from "@/components/access/passes/pass-facts";
import { formatDay, inSentence, type Place } from "@/lib/client/format";
import { lastDay } from "@/lib/values/membership-rules/term";
import { formatMoney } from "@/lib/values/money";

/** What happens next with a membership, in one or two sentences. Amounts and dates are between asterisks. */
export function nextStepText(membership: OwnMembership, place: Place): string {
  const { status, starts_on } = membership;
  const last = lastDay(membership);
  if (status === "cancelled")
    return `It was cancelled${last ? ` and was valid through ${day(last, place)}` : ""}. The front desk can sell you a new one.`;
  if (status === "expired" && last) return `It ended ${onDay(last, place)}. The front desk can renew it.`;
  if (status === "pending") return joined(`It starts ${onDay(starts_on, place)}.`, nextBill(membership, place));
  return joined(
    visitsLeft(membership),
    pause(membership, place),
    debt(membership, place),
    isEndingEarly(membership) ? untilCancelled(membership, place) : goesOn(membership, place),
  );
}

const joined = (...sentences: (string | null)[]): string => sentences.filter((one) => one !== null).join(" ");

const isEndingEarly = ({ cancelled_on }: OwnMembership): boolean => cancelled_on !== null;

const visitsLeft = ({ sessions_included, sessions_used }: OwnMembership): string | null =>
  sessions_included === null ? null : `*${sessions_included - sessions_used} of ${sessions_included}* visits are left.`;

function pause({ status, freeze }: OwnMembership, place: Place): string | null {
  if (!freeze) return null;
  const through = freeze.to_on ? ` through ${day(freeze.to_on, place)}` : "";
  if (status !== "frozen") return `It will be frozen from ${day(freeze.from_on, place)}${through}.`;
  return through
    ? `It is frozen${through}. The front desk can end the freeze early.`
    : "It is frozen without an end date. The front desk can end the freeze.";
}

function debt({ arrears_minor, arrears_since_on, currency }: OwnMembership, place: Place): string | null {
  if (arrears_since_on === null) return null;
  const amount = formatMoney(arrears_minor, currency, place.locale);
  return `*${amount}* has been overdue since ${day(arrears_since_on, place)}. Pay it at the front desk.`;
}

function untilCancelled(membership: OwnMembership, place: Place): string {
  const last = lastDay(membership);
  return `It is cancelled. It is valid through ${last ? day(last, place) : "today"}, without further bills.`;
}

function goesOn(membership: OwnMembership, place: Place): string {
  const { kind, ends_on } = membership;
  const bill = nextBill(membership, place);
  if (bill) return joined(bill, ends_on ? `It ends ${onDay(ends_on, place)}.` : null);
  if (!ends_on) return "It continues until you cancel it.";
  if (kind === "day_pass") return `It is valid ${onDay(ends_on, place)}.`;
  return `It is valid through ${day(ends_on, place)} and does not renew automatically.`;
}

function nextBill({ next_bill_on, price_minor, currency }: OwnMembership, place: Place): string | null {
  if (!next_bill_on) return null;
  const amount = formatMoney(price_minor, currency, place.locale);
  return `The next bill is *${amount}* ${onDay(next_bill_on, place)}.`;
}

const dayText = (on: string, place: Place): string => inSentence(formatDay(on, place));

const day = (on: string, place: Place): string => `*${dayText(on, place)}*`;

/** Such as "on 8 Mar" or "tomorrow". */
const onDay = (on: string, place: Place): string =>
  /^(today|tomorrow|yesterday)$/.test(dayText(on, place)) ? day(on, place) : `on ${day(on, place)}`;
