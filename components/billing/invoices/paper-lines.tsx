import { formatter } from "@/lib/client/format";
import { utcMidnight } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";
import type { Explanation, Invoice } from "./invoice";
import { type FactHref, WhyBelow, WhyButton } from "./why-button";

interface PaperLinesProps {
  invoice: Invoice;
  explanations: readonly Explanation[];
  hrefOf?: FactHref | undefined;
  locale: string;
}

type Line = Invoice["lines"][number];

/** "5 March – 4 April 2026" */
const daysWords = ({ from_on, to_on }: Line, locale: string): string | null =>
  from_on && to_on
    ? formatter(locale, { dateStyle: "long", timeZone: "UTC" }).formatRange(utcMidnight(from_on), utcMidnight(to_on))
    : null;

const rateWords = ({ taxes }: Line, locale: string): string =>
  taxes
    .map(({ rate_ppm }) => `${(rate_ppm / 10_000).toLocaleString(locale, { maximumFractionDigits: 4 })} %`)
    .join(" + ");

export function PaperLines({ invoice, explanations, hrefOf, locale }: PaperLinesProps) {
  const money = (minor: number) => formatMoney(minor, invoice.currency, locale);
  const why = new Map(explanations.map((one) => [one.line_id, one]));
  const withTax = invoice.lines.every(({ is_price_with_tax }) => is_price_with_tax);
  return (
    <table className="w-full text-left">
      <thead>
        <tr className="border-ink border-b text-12 text-ink-3 [&>th]:pb-2 [&>th]:font-regular">
          <th scope="col">What</th>
          <th scope="col" className="text-right max-md:hidden">
            How much
          </th>
          <th scope="col" className="pl-4 text-right max-md:hidden">
            Tax
          </th>
          <th scope="col" className="pl-4 text-right">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => {
          // What staff wrote explains itself.
          const explanation = line.kind === "manual" ? undefined : why.get(line.id);
          const detail = [daysWords(line, locale), line.member_name].filter(Boolean).join(" · ");
          const amount = money(withTax ? line.total_minor : line.net_minor);
          return (
            <tr key={line.id} className="relative border-line border-b align-top [&>td]:py-2.5">
              <td className="pr-4">
                <span className="font-medium text-ink">{line.description}</span>
                {detail ? <span className="block text-12 text-ink-3">{detail}</span> : null}
                {line.discount_minor !== 0 ? (
                  <span className="block text-12 text-ink-3">
                    {money(line.list_minor)} less {money(line.discount_minor)} discount
                  </span>
                ) : null}
                {explanation && hrefOf ? (
                  <div className="md:hidden print:hidden">
                    <WhyBelow line={line.description} amount={amount} explanation={explanation} hrefOf={hrefOf} />
                  </div>
                ) : null}
              </td>
              <td className="text-right max-md:hidden">{line.quantity}</td>
              <td className="pl-4 text-right max-md:hidden">{rateWords(line, locale) || "—"}</td>
              <td className="pl-4 text-right">
                <span className="font-medium text-ink">{amount}</span>
                {explanation && hrefOf ? (
                  <span className="absolute top-1.5 left-full ml-[52px] max-md:hidden print:hidden">
                    <WhyButton line={line.description} amount={amount} explanation={explanation} hrefOf={hrefOf} />
                  </span>
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
