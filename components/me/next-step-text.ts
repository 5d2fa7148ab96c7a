import type { OwnMembership } from "@/components/access/passes/pass-facts";
import { formatDay, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { lastDay } from "@/lib/values/membership-rules/term";
import { formatMoney } from "@/lib/values/money";

/** What happens next with a membership, in one or two sentences. Amounts and dates are between asterisks. */
export function nextStepText(membership: OwnMembership, localeContext: LocaleContext): string {
  const { status, starts_on } = membership;
  const last = lastDay(membership);
  if (status === "cancelled")
    return `It was cancelled${last ? ` and was valid through ${day(last, localeContext)}` : ""}. The front desk can sell you a new one.`;
  if (status === "expired" && last) return `It ended ${onDay(last, localeContext)}. The front desk can renew it.`;
  if (status === "pending")
    return joined(`It starts ${onDay(starts_on, localeContext)}.`, nextBill(membership, localeContext));
  return joined(
    visitsLeft(membership),
    pause(membership, localeContext),
    debt(membership, localeContext),
    isEndingEarly(membership) ? untilCancelled(membership, localeContext) : goesOn(membership, localeContext),
  );
}

const joined = (...sentences: (string | null)[]): string => sentences.filter((one) => one !== null).join(" ");

const isEndingEarly = ({ cancelled_on }: OwnMembership): boolean => cancelled_on !== null;

const visitsLeft = ({ sessions_included, sessions_used }: OwnMembership): string | null =>
  sessions_included === null ? null : `*${sessions_included - sessions_used} of ${sessions_included}* visits are left.`;

function pause({ status, freeze }: OwnMembership, localeContext: LocaleContext): string | null {
  if (!freeze) return null;
  const through = freeze.to_on ? ` through ${day(freeze.to_on, localeContext)}` : "";
  if (status !== "frozen") return `It will be frozen from ${day(freeze.from_on, localeContext)}${through}.`;
  return through
    ? `It is frozen${through}. The front desk can end the freeze early.`
    : "It is frozen without an end date. The front desk can end the freeze.";
}

function debt(
  { overdue_minor, overdue_since_on, currency }: OwnMembership,
  localeContext: LocaleContext,
): string | null {
  if (overdue_since_on === null) return null;
  const amount = formatMoney(overdue_minor, currency, localeContext.locale);
  return `*${amount}* has been overdue since ${day(overdue_since_on, localeContext)}. Pay it at the front desk.`;
}

function untilCancelled(membership: OwnMembership, localeContext: LocaleContext): string {
  const last = lastDay(membership);
  return `It is cancelled. It is valid through ${last ? day(last, localeContext) : "today"}, without further bills.`;
}

function goesOn(membership: OwnMembership, localeContext: LocaleContext): string {
  const { kind, ends_on } = membership;
  const bill = nextBill(membership, localeContext);
  if (bill) return joined(bill, ends_on ? `It ends ${onDay(ends_on, localeContext)}.` : null);
  if (!ends_on) return "It continues until you cancel it.";
  if (kind === "day_pass") return `It is valid ${onDay(ends_on, localeContext)}.`;
  return `It is valid through ${day(ends_on, localeContext)} and does not renew automatically.`;
}

function nextBill({ next_bill_on, price_minor, currency }: OwnMembership, localeContext: LocaleContext): string | null {
  if (!next_bill_on) return null;
  const amount = formatMoney(price_minor, currency, localeContext.locale);
  return `The next bill is *${amount}* ${onDay(next_bill_on, localeContext)}.`;
}

const dayText = (on: string, localeContext: LocaleContext): string =>
  lowercaseRelativeDay(formatDay(on, localeContext));

const day = (on: string, localeContext: LocaleContext): string => `*${dayText(on, localeContext)}*`;

/** Such as "on 8 Mar" or "tomorrow". */
const onDay = (on: string, localeContext: LocaleContext): string =>
  /^(today|tomorrow|yesterday)$/.test(dayText(on, localeContext))
    ? day(on, localeContext)
    : `on ${day(on, localeContext)}`;
