import { NumberLink } from "@/components/ui/controls/number-link";
import { TextLink } from "@/components/ui/controls/text-link";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatCount } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { getForecast } from "@/lib/contracts/memberships/forecast";
import type { ForecastQuery } from "./query";
import { longMonth, shareOf, shortMonth, wholeMoney } from "./words";

type Currency = Output<typeof getForecast>["currencies"][number];

interface MonthsTableProps {
  forecast: Currency;
  chosen: string;
  locale: string;
  monthHref: (month: string) => string;
  linesHref: (query: ForecastQuery) => string;
}

export function MonthsTable({ forecast, chosen, locale, monthHref, linesHref }: MonthsTableProps) {
  const { currency, months } = forecast;
  const money = (minor: number) => wholeMoney(minor, currency, locale);
  const cell = (minor: number, href: string, tone?: "warn") =>
    minor === 0 ? (
      <span className="text-ink-3">0</span>
    ) : (
      <NumberLink href={href} {...(tone && { tone })}>
        {money(minor)}
      </NumberLink>
    );
  const label = `Billed by month in ${currency}`;
  return (
    <>
      <ul className="ui-phone-list" aria-label={label}>
        {months.map(({ month, members, billed_minor, at_risk_minor }) => (
          <li key={month} className={month === chosen ? "bg-choice-ground" : undefined}>
            <PhoneRow
              title={longMonth(month, locale)}
              href={monthHref(month)}
              subtitle={members === 1 ? "1 member" : `${formatCount(members, locale)} members`}
              status={<b>{money(billed_minor)}</b>}
              fact={
                at_risk_minor === 0 ? null : <span className="text-warn-text">{`${money(at_risk_minor)} at risk`}</span>
              }
            />
          </li>
        ))}
      </ul>
      <div className="ui-table-wrap" data-phone="list">
        <table className="ui-table" data-density="dense" data-edge="" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">Month</th>
              {["Members", "Recurring", "One-off", "Billed", "At risk", "of billed"].map((head) => (
                <th key={head} scope="col" data-align="end">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, members, recurring_minor, one_off_minor, billed_minor, at_risk_minor }) => (
              <tr
                key={month}
                className={month === chosen ? "bg-choice-ground shadow-[inset_2px_0_0_var(--choice-ring)]" : undefined}
              >
                <th scope="row">
                  <TextLink href={monthHref(month)} {...(month === chosen && { "aria-current": "true" as const })}>
                    {shortMonth(month, locale)}
                  </TextLink>
                </th>
                <td data-align="end">
                  {members === 0 ? (
                    <span className="text-ink-3">0</span>
                  ) : (
                    <NumberLink href={linesHref({ month, sort: "member" })}>{formatCount(members, locale)}</NumberLink>
                  )}
                </td>
                <td data-align="end">{cell(recurring_minor, linesHref({ month, type: "recurring" }))}</td>
                <td data-align="end">{cell(one_off_minor, linesHref({ month, type: "one_off" }))}</td>
                <td data-align="end">
                  <b>{cell(billed_minor, linesHref({ month }))}</b>
                </td>
                <td data-align="end">{cell(at_risk_minor, linesHref({ month, risk: "any" }), "warn")}</td>
                <td data-align="end" className="text-ink-3">
                  {shareOf(at_risk_minor, billed_minor, locale)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                {months.length} {months.length === 1 ? "month" : "months"}
              </th>
              <td />
              {([forecast.recurring_minor, forecast.one_off_minor, forecast.billed_minor] as const).map(
                (minor, index) => (
                  // The columns have no other name than their place.
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
                  <td key={index} data-align="end" className="tabular-nums">
                    {money(minor)}
                  </td>
                ),
              )}
              <td data-align="end" className="text-warn-text tabular-nums">
                {money(forecast.at_risk_minor)}
              </td>
              <td data-align="end" className="text-ink-3">
                {shareOf(forecast.at_risk_minor, forecast.billed_minor, locale)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}
