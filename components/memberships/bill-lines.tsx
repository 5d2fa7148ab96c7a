import type { ReactNode } from "react";
import { formatMoney } from "@/lib/values/money";
import type { Quote } from "./membership";

type Line = Quote["lines"][number];

interface BillLinesProps {
  bill: Pick<Quote, "lines" | "tax_minor" | "total_minor" | "currency">;
  locale: string;
  /** Grey text below the label of a line. */
  noteOf: (line: Line) => ReactNode;
}

/** Lines with their discounts, tax and total. */
export function BillLines({ bill, locale, noteOf }: BillLinesProps) {
  const money = (minor: number) => formatMoney(minor, bill.currency, locale);
  return (
    <dl>
      {bill.lines.map((line) => (
        <div
          key={`${line.kind} ${line.due_on} ${line.from_on} ${line.label}`}
          className="flex items-start gap-3 border-line border-t py-2.5"
        >
          <dt className="min-w-0 flex-1 text-ink">
            {line.label}
            <p className="text-12 text-ink-3">{noteOf(line)}</p>
            {line.discount_minor > 0 ? (
              <p className="text-12 text-good-text">{`Discount −${money(line.discount_minor)}`}</p>
            ) : null}
          </dt>
          <dd className="font-medium text-ink">
            {line.discount_minor > 0 ? (
              <s className="mr-2 font-normal text-ink-3">
                <span className="sr-only">Before the discount </span>
                {money(line.amount_minor + line.discount_minor)}
              </s>
            ) : null}
            {money(line.amount_minor)}
          </dd>
        </div>
      ))}
      {bill.tax_minor !== 0 ? (
        <div className="flex items-start gap-3 border-line border-t py-2.5">
          <dt className="flex-1 text-ink-3">Tax in the total</dt>
          <dd className="text-ink">{money(bill.tax_minor)}</dd>
        </div>
      ) : null}
      <div className="flex items-start gap-3 border-ink border-t py-2.5 font-strong text-ink">
        <dt className="flex-1">Total</dt>
        <dd>{money(bill.total_minor)}</dd>
      </div>
    </dl>
  );
}
