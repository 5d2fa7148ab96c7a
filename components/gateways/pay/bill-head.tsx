import { formatShortDate } from "@/lib/client/format-short-date";
import { dayAt } from "@/lib/values/calendar-day";
import type { Bill } from "./payment";

interface BillHeadProps {
  bill: Bill;
  amount: string;
  /** The day today at the gym. */
  today: string;
}

/** The amount first, then what it is for and who pays. */
export function BillHead({ bill, amount, today }: BillHeadProps) {
  const day = (date: string) => formatShortDate(date, today, bill.locale);
  const { title, from_on, to_on, payer, invoice_number, due_on, expires_at } = bill;
  const period = from_on && to_on ? `${day(from_on)} to ${day(to_on)}` : null;
  return (
    <>
      <p className="text-16 text-ink-3">To pay</p>
      <h1 className="text-52 font-medium text-ink">{amount}</h1>
      <p className="mt-2 text-14 text-ink-3">
        {title ? (
          <b className="block text-16 font-medium text-ink">{[title, period].filter(Boolean).join(", ")}</b>
        ) : null}
        {`${payer} · bill ${invoice_number}, due ${day(due_on)}`}
      </p>
      {expires_at ? (
        <p className="text-14 text-ink-3">{`This link is for this bill only, until ${day(dayAt(expires_at, "UTC"))}.`}</p>
      ) : null}
    </>
  );
}
