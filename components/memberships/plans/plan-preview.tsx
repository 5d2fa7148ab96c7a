import { Timeline, type TimelineStep } from "@/components/memberships/timeline";
import { formatShortDate } from "@/lib/client/format-short-date";
import { periodStart, periodsOf } from "@/lib/values/membership-term";
import { formatMoney } from "@/lib/values/money";
import { type PlanValues, priced } from "./plan-form";
import { chargeSentence, type DateContext, intervalText, type PricedPlan, priceUnit } from "./wording";

/** A live preview of what a member who buys the plan today pays, and when. */
export function PlanPreview({ values, reader, is_new }: { values: PlanValues; reader: DateContext; is_new: boolean }) {
  if (values.price_minor === null) {
    return <p className="text-ink-3">Enter a price to preview what a member who joins today pays, and when.</p>;
  }
  const plan = priced(values);
  const money = (minor: number) => formatMoney(minor, plan.currency, reader.locale);
  return (
    <div className="flex flex-col gap-5">
      <div>
        <p className="text-ink-3">{values.name || "New plan"}</p>
        <p className="text-36 font-strong text-ink">{plan.price_minor === 0 ? "Free" : money(plan.price_minor)}</p>
        <p className="text-ink-3">{priceUnit(plan)}</p>
      </div>
      <p className="text-16 text-ink" aria-live="polite">
        {chargeSentence(plan, reader.today, reader)}
      </p>
      <Timeline steps={steps(plan, reader, money)} />
      {is_new ? null : (
        <p className="border-line border-t pt-4 text-ink-3">
          A new price applies to new memberships. Existing memberships keep their price.
        </p>
      )}
    </div>
  );
}

function steps(plan: PricedPlan, { today, locale }: DateContext, money: (minor: number) => string): TimelineStep[] {
  const { anchor_day, ends_on, next_bill_on } = periodsOf(plan.kind, plan, today);
  const day = (date: string) => formatShortDate(date, today, locale);
  const first = plan.price_minor + plan.joining_fee_minor;
  const start: TimelineStep = {
    when: "Today",
    title: first === 0 ? "Starts for free" : `First payment ${money(first)}`,
    text:
      plan.joining_fee_minor > 0
        ? `${money(plan.price_minor)} and the joining fee of ${money(plan.joining_fee_minor)}.`
        : undefined,
    mark: "past",
  };
  if (!next_bill_on) {
    const text =
      plan.kind === "recurring" ? undefined : "The membership ends automatically. There are no further charges.";
    return [start, { when: day(ends_on ?? today), title: "Last day of access", text, mark: "end" }];
  }
  return [
    start,
    { when: day(next_bill_on), title: `Next bill ${money(plan.price_minor)}`, mark: "next" },
    {
      when: day(periodStart(today, anchor_day, plan, 2)),
      title: `${money(plan.price_minor)}, then every ${plan.interval_count === 1 ? plan.interval_unit : intervalText(plan)}`,
      mark: "later",
    },
  ];
}
