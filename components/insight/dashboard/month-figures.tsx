import { endingWords } from "@/components/members/status-words";
import { NumberLink } from "@/components/ui/controls/number-link";
import { Metric, MetricStrip } from "@/components/ui/data/metric";
import { Sparkline } from "@/components/ui/data/sparkline";
import { formatCount, formatMonth } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { getDashboard } from "@/lib/contracts/insight/dashboard";
import type { countMembers } from "@/lib/contracts/members/members";
import { formatMoney } from "@/lib/values/money";
import { currencyCode } from "@/lib/values/schemas/currency";

interface MonthFiguresProps {
  figures: Output<typeof getDashboard>;
  counts: Output<typeof countMembers>;
  locale: string;
  expiring_days: number;
  membersHref: (filters: Record<string, string>) => string;
  membershipsHref: string;
}

export function MonthFigures(props: MonthFiguresProps) {
  const { figures, counts, locale, expiring_days, membersHref, membershipsHref } = props;
  const { by_status } = counts;
  const active = by_status.active + by_status.trial + by_status.expiring + by_status.overdue;
  const month = formatMonth(figures.month_starts_on, locale);
  const count = (value: number) => formatCount(value, locale);
  return (
    <MetricStrip className="border-line border-y">
      <Metric
        label="Active members"
        value={<NumberLink href={membersHref({ status: "active,trial,expiring,overdue" })}>{count(active)}</NumberLink>}
        sub={`of ${count(counts.all)} members`}
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
        sub={by_status.expiring > 0 ? "not renewed yet" : "all renewed"}
      />
      <Metric
        label="Frozen"
        value={<NumberLink href={membersHref({ status: "frozen" })}>{count(by_status.frozen)}</NumberLink>}
        sub="membership paused"
      />
      {figures.revenue?.map(({ currency, amount_minor, memberships_sold, by_day }) => (
        <Metric
          key={currency}
          label={`Sold in ${month}`}
          value={<NumberLink href={membershipsHref}>{money(amount_minor, currency, locale)}</NumberLink>}
          chart={
            by_day.length > 1 ? (
              <Sparkline values={by_day.map((day) => day.amount_minor)} label={`Sales by day in ${month}`} />
            ) : undefined
          }
          sub={`${count(memberships_sold)} ${memberships_sold === 1 ? "membership" : "memberships"}`}
        />
      ))}
      {figures.overdue?.map(({ currency, amount_minor }) => (
        <Metric
          key={currency}
          label="Overdue"
          value={
            <NumberLink href={membersHref({ status: "overdue" })}>{money(amount_minor, currency, locale)}</NumberLink>
          }
          sub={<span className="text-bad-text">{count(by_status.overdue)} members</span>}
        />
      ))}
    </MetricStrip>
  );
}

const money = (minor: number, currency: string, locale: string) =>
  formatMoney(minor, currencyCode.parse(currency), locale, { compact: true });
