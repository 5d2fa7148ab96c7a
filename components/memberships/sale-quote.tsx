import { classNames } from "@/components/ui/class-names";
import { Callout } from "@/components/ui/data/callout";
import { Skeleton } from "@/components/ui/data/skeleton";
import { ApiError } from "@/lib/client/api";
import { formatShortDate, weekdayName } from "@/lib/client/format-short-date";
import { counted } from "@/lib/values/counted";
import { formatMoney } from "@/lib/values/money";
import { BillLines } from "./bill-lines";
import type { Quote } from "./membership";
import type { DateContext } from "./plans/wording";
import { Timeline, type TimelineStep } from "./timeline";
import { billingIntervalText } from "./wording";

interface SaleQuoteProps {
  first_name: string;
  quote: Quote | undefined;
  error: Error | null;
  /** True while the quote belongs to the previous choice. */
  is_stale: boolean;
  /** False until a plan is chosen. */
  is_chosen: boolean;
  reader: DateContext;
}

/** The charges of the sale and the following bills, as computed by the server. */
export function SaleQuote({ first_name, quote, error, is_stale, is_chosen, reader }: SaleQuoteProps) {
  if (!is_chosen) return <p className="text-ink-3">Choose a plan to see what is charged.</p>;
  if (error) {
    const errors = error instanceof ApiError ? error.errors : [];
    const is_coupon = errors.some(({ field }) => field === "coupon_code");
    const sentence = errors.map(({ message }) => message).join(". ");
    return (
      <Callout tone="warn" title={is_coupon ? "Check the coupon code" : "This membership cannot be sold"} role="status">
        <p>{sentence || error.message}</p>
      </Callout>
    );
  }
  if (!quote) {
    return (
      <div className="flex flex-col gap-4" role="status" aria-label="Calculating price">
        <Skeleton className="h-5 w-32" />
        <Skeleton className="h-14 w-48" />
        <Skeleton className="h-24 w-full" />
      </div>
    );
  }
  return (
    <div
      className={classNames("flex flex-col gap-6", is_stale && "opacity-60")}
      aria-busy={is_stale}
      aria-live="polite"
    >
      <SaleFigures first_name={first_name} quote={quote} reader={reader} />
    </div>
  );
}

type SaleFiguresProps = Pick<SaleQuoteProps, "first_name" | "reader"> & { quote: Quote };

/** The amount, its lines, and the days that follow. */
export function SaleFigures({ first_name, quote, reader }: SaleFiguresProps) {
  const { locale, today } = reader;
  const money = (minor: number) => formatMoney(minor, quote.currency, locale);
  const day = (date: string) => formatShortDate(date, today, locale);
  return (
    <>
      <div>
        <p className="text-ink-3">{quote.starts_on > today ? "First payment" : "Due today"}</p>
        <p className="text-52 font-strong tracking-tight text-ink">{money(quote.total_minor)}</p>
        {quote.payer ? <p className="text-ink-2">{`Billed to ${quote.payer.name}`}</p> : null}
      </div>
      <BillLines
        bill={quote}
        locale={locale}
        noteOf={(line) => (line.kind === "joining_fee" ? "one-time" : periodText(line.from_on, line.to_on, day))}
      />
      {quote.notes.map((note) => (
        <p key={note} className="text-warn-text">
          {note}.
        </p>
      ))}
      {quote.price_reasons.map((reason) => (
        <p key={reason} className="text-ink-3">
          {reason}
        </p>
      ))}
      <JoiningFee first_name={first_name} quote={quote} />
      <Timeline steps={steps(quote, reader)} />
    </>
  );
}

/** C21: why the joining fee is charged again, or not at all. */
function JoiningFee({ first_name, quote }: Pick<SaleFiguresProps, "first_name" | "quote">) {
  const { joining_fee_waived, is_rejoin, lines } = quote;
  const sentence = joining_fee_waived
    ? `No joining fee, because ${first_name} ${is_rejoin ? "renews" : "is already a member"}.`
    : is_rejoin && lines.some(({ kind }) => kind === "joining_fee")
      ? `${first_name} was a member before. After a gap, the joining fee is charged again.`
      : null;
  return sentence ? <p className="text-ink-3">{sentence}</p> : null;
}

function periodText(from: string | null, to: string | null, day: (date: string) => string): string {
  if (!from) return "";
  return to && to !== from ? `${day(from)} – ${day(to)}` : day(from);
}

function steps(quote: Quote, { today, locale }: DateContext): TimelineStep[] {
  const money = (minor: number) => formatMoney(minor, quote.currency, locale);
  const day = (date: string) => formatShortDate(date, today, locale);
  const start: TimelineStep = {
    when: quote.starts_on === today ? "Today" : day(quote.starts_on),
    note: weekdayName(quote.starts_on, locale),
    title: "Membership starts",
    text: quote.sessions_included ? `${counted(quote.sessions_included, "visit")} included.` : undefined,
    mark: "past",
  };
  if (quote.next_bill_on && quote.next_bill_minor !== null) {
    return [
      start,
      {
        when: day(quote.next_bill_on),
        note: weekdayName(quote.next_bill_on, locale),
        title: `Next bill ${money(quote.next_bill_minor)}`,
        text: `Then ${billingIntervalText(quote, quote.next_bill_on, locale)}, until it is cancelled.`,
        mark: "next",
      },
    ];
  }
  if (!quote.ends_on) return [start];
  return [
    start,
    {
      when: day(quote.ends_on),
      note: weekdayName(quote.ends_on, locale),
      title: "Last day of access",
      text: "The membership ends automatically. There are no further charges.",
      mark: "end",
    },
  ];
}
