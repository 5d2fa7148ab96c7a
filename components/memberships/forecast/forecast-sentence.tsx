import { KeyCap } from "@/components/ui/controls/key-cap";
import type { Output } from "@/lib/contracts/contract";
import type { getForecast } from "@/lib/contracts/memberships/forecast";
import { counted } from "@/lib/values/counted";
import { type Currency, currencyExponent } from "@/lib/values/currency";
import { type MonthBar, MonthBars } from "./month-bars";
import { longMonth, roundMoney, tickMonth, wholeMoney } from "./words";

type Sums = Output<typeof getForecast>["currencies"][number];

interface ForecastSentenceProps {
  forecast: Sums;
  chosen: string;
  locale: string;
  monthHref: (month: string) => string;
}

/** What will be billed, in one sentence and in bars. */
export function ForecastSentence({ forecast, chosen, locale, monthHref }: ForecastSentenceProps) {
  const { currency, months } = forecast;
  const money = (minor: number) => wholeMoney(minor, currency, locale);
  const highest = months.reduce((best, month) => (month.billed_minor > best.billed_minor ? month : best));
  const lowest = months.reduce((best, month) => (month.billed_minor < best.billed_minor ? month : best));
  const major = (minor: number) => minor / 10 ** currencyExponent(currency as Currency);
  const chosen_at = months.findIndex(({ month }) => month === chosen);
  const bars = months.map(
    ({ month, recurring_minor, one_off_minor, billed_minor, at_risk_minor }, at): MonthBar => ({
      ...{ month, tick: tickMonth(month, locale), title: longMonth(month, locale), href: monthHref(month) },
      ...{ certain: major(recurring_minor - at_risk_minor), at_risk: major(at_risk_minor) },
      one_off: major(one_off_minor),
      label:
        billed_minor !== 0 && (month === chosen || month === highest.month)
          ? roundMoney(billed_minor, currency, locale)
          : null,
      is_chosen: month === chosen,
      is_beside_chosen: Math.abs(at - chosen_at) === 1,
      tick_year: month.endsWith("-01") ? month.slice(0, 4) : null,
      lines: [
        { label: "Billed", value: money(billed_minor) },
        { label: "At risk", value: money(at_risk_minor) },
        { label: "One-off", value: money(one_off_minor) },
      ],
    }),
  );
  return (
    <section className="border-line border-b px-gutter pt-4 pb-2">
      <p className="max-w-3xl text-16 text-ink-2">
        In the next {counted(months.length, "month")}{" "}
        <b className="font-strong text-ink">{money(forecast.billed_minor)}</b> will be billed to the members there are
        today. <b className="font-strong text-warn-text">{money(forecast.at_risk_minor)}</b> of it is at risk. Nobody
        who may still join is counted.
      </p>
      <div className="my-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-12 text-ink-3">
        <Key name="Recurring" className="bg-brand-mark" />
        <Key
          name="Recurring, at risk"
          className="bg-[repeating-linear-gradient(45deg,var(--warn-mark)_0_2px,var(--warn-bg)_2px_4px)]"
        />
        <Key name="One-off" className="bg-brand-300 shadow-[inset_0_0_0_1px_var(--brand-mark)]" />
        <span className="ml-auto hidden items-center gap-1 lg:flex">
          Point at a month or press <KeyCap>←</KeyCap> <KeyCap>→</KeyCap>
        </span>
      </div>
      <MonthBars
        label={`What will be billed, ${longMonth(months[0]?.month ?? chosen, locale)} to ${longMonth(months.at(-1)?.month ?? chosen, locale)}. Highest ${longMonth(highest.month, locale)} with ${money(highest.billed_minor)}, lowest ${longMonth(lowest.month, locale)} with ${money(lowest.billed_minor)}. The table below has every figure.`}
        bars={bars}
        locale={locale}
        currency={currency}
      />
    </section>
  );
}

function Key({ name, className }: { name: string; className: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <i aria-hidden="true" className={`size-2.5 flex-none rounded-[2px] ${className}`} />
      {name}
    </span>
  );
}
