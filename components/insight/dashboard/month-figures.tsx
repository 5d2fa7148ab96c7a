import { endingWords } from "@/components/members/status-words";
import { NumberLink } from "@/components/ui/controls/number-link";
import { Metric, MetricStrip } from "@/components/ui/data/metric";
import { Sparkline } from "@/components/ui/data/sparkline";
import { formatCount, formatMonth } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { getDashboard } from "@/lib/contracts/insight/dashboard";
import type { countMembers } from "@/lib/contracts/members/members";
import { counted } from "@/lib/values/counted";
import { formatMoney } from "@/lib/values/money";
import { currencyCode } from "@/lib/values/schemas/currency";
import { currentStatuses } from "@/lib/values/statuses";

interface MonthFiguresProps {
  figures: Output<typeof getDashboard>;
  counts: Output<typeof countMembers>;
  locale: string;
  expiring_days: number;
  membersHref: (filters: Record<string, string>) => string;
  invoicesHref: (filters: Record<string, string>) => string;
  paymentsHref: (filters: Record<string, string>) => string;
  disputesHref: (filters: Record<string, string>) => string;
}

export function MonthFigures(props: MonthFiguresProps) {
  const { figures, counts, locale, expiring_days, membersHref, invoicesHref, paymentsHref, disputesHref } = props;
  const { by_status } = counts;
  const month = formatMonth(figures.month_starts_on, locale);
  const count = (value: number) => formatCount(value, locale);
  return (
    <MetricStrip className="border-line border-y">
      <Metric
        label="Current members"
        definition="Members whose membership runs and is not frozen: active, trial, expiring or overdue."
        value={<NumberLink href={membersHref({ status: currentStatuses.join() })}>{count(counts.current)}</NumberLink>}
        sub={
          <>
            <NumberLink href={membersHref({ status: "active" })} className="-my-1 inline-block py-1">
              {count(by_status.active)} active
            </NumberLink>
            , {count(counts.all)} in all
          </>
        }
      />
      <Metric
        label={`New in ${month}`}
        value={
          <NumberLink href={membersHref({ joined_from: figures.month_starts_on, joined_to: figures.today })}>
            {count(figures.new_members)}
          </NumberLink>
        }
        sub={`${count(figures.new_members_last_month)} last month`}
      />
      <Metric
        label={endingWords(expiring_days)}
        value={<NumberLink href={membersHref({ status: "expiring" })}>{count(by_status.expiring)}</NumberLink>}
        sub={by_status.expiring > 0 ? "not renewed yet" : "nothing to renew"}
      />
      <Metric
        label="Frozen"
        value={<NumberLink href={membersHref({ status: "frozen" })}>{count(by_status.frozen)}</NumberLink>}
        sub="membership paused"
      />
      {figures.billed?.map(({ currency, amount_minor, invoices, by_day }) => (
        <Metric
          key={`billed ${currency}`}
          label={`Billed in ${month}`}
          definition="Invoices issued this month less credit notes, with tax. Void invoices do not count."
          value={
            <NumberLink href={invoicesHref({ from: figures.month_starts_on, to: figures.today })}>
              {money(amount_minor, currency, locale)}
            </NumberLink>
          }
          chart={
            by_day.length > 1 ? (
              <Sparkline values={by_day.map((day) => day.amount_minor)} label={`Billed by day in ${month}`} />
            ) : undefined
          }
          sub={counted(invoices, "invoice", "invoices", locale)}
        />
      ))}
      {figures.collected?.map(({ currency, amount_minor, refunds_minor, disputes_minor }) => (
        <Metric
          key={`collected ${currency}`}
          label={`Collected in ${month}`}
          definition="Payments received this month less refunds paid out this month and what banks took back in disputes. Reversed payments do not count."
          value={
            <NumberLink href={paymentsHref({ from: figures.month_starts_on, to: figures.today })}>
              {money(amount_minor, currency, locale)}
            </NumberLink>
          }
          sub={
            refunds_minor + disputes_minor > 0
              ? `after ${money(refunds_minor + disputes_minor, currency, locale)} given back`
              : "nothing refunded"
          }
        />
      ))}
      {figures.recurring?.map(({ currency, amount_minor, memberships }) => (
        <Metric
          key={`recurring ${currency}`}
          label="Recurring a month"
          definition="The price of the next period of every membership that will be billed again, for one month, without tax and after discounts. Frozen memberships count with their fee."
          value={<NumberLink>{money(amount_minor, currency, locale)}</NumberLink>}
          sub={counted(memberships, "membership", "memberships", locale)}
        />
      ))}
      {figures.outstanding?.map(({ currency, amount_minor, overdue_minor }) => (
        <Metric
          key={`outstanding ${currency}`}
          label="Outstanding"
          definition="What is still to be paid of all invoices. Overdue is the part that is past its due day."
          value={
            <NumberLink href={invoicesHref({ status: "open,part_paid,overdue" })}>
              {money(amount_minor, currency, locale)}
            </NumberLink>
          }
          sub={
            overdue_minor > 0 ? (
              <NumberLink href={invoicesHref({ status: "overdue" })} tone="bad" className="-my-1 inline-block py-1">
                {money(overdue_minor, currency, locale)} overdue
              </NumberLink>
            ) : (
              "nothing overdue"
            )
          }
        />
      ))}
      {figures.failed?.map(({ currency, amount_minor, invoices }) => (
        <Metric
          key={`failed ${currency}`}
          label={`Failed in ${month}`}
          definition="What is still open of invoices that the payment gateway could not collect this month."
          value={
            <NumberLink href={invoicesHref({ status: "open,part_paid,overdue" })} tone="bad">
              {money(amount_minor, currency, locale)}
            </NumberLink>
          }
          sub={`${counted(invoices, "invoice", "invoices", locale)} not collected since`}
        />
      ))}
      {figures.disputes?.map(({ currency, disputes, payments }) => (
        <Metric
          key={`disputes ${currency}`}
          label="Dispute rate"
          definition="Disputes that took money and were opened this month, for 100 payments that the gateway collected this month."
          value={<NumberLink href={disputesHref({ show: "all" })}>{rate(disputes, payments, locale)}</NumberLink>}
          sub={`${count(disputes)} of ${counted(payments, "payment", "payments", locale)}`}
        />
      ))}
    </MetricStrip>
  );
}

const money = (minor: number, currency: string, locale: string) =>
  formatMoney(minor, currencyCode.parse(currency), locale, { compact: true });

/** A month without payments has no rate. */
const rate = (disputes: number, payments: number, locale: string): string =>
  payments === 0
    ? "—"
    : new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(disputes / payments);
