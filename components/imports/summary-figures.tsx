import { NumberLink } from "@/components/ui/controls/number-link";
import { Metric, MetricStrip } from "@/components/ui/data/metric";
import { formatCount } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import type { ImportSummary } from "./job";

interface SummaryFiguresProps {
  summary: ImportSummary;
  rowsHref: string;
  locale: string;
}

/** Each figure links to the rows that it counts. */
export function SummaryFigures({ summary, rowsHref, locale }: SummaryFiguresProps) {
  const count = (value: number, query: string, tone?: "bad" | "warn") => (
    <NumberLink href={value > 0 ? `${rowsHref}?${query}` : undefined} tone={value > 0 ? tone : undefined}>
      {formatCount(value, locale)}
    </NumberLink>
  );
  const money = (minor: number, query: string) => (
    <NumberLink href={minor > 0 ? `${rowsHref}?${query}` : undefined}>
      {formatMoney(minor, summary.currency, locale, { compact: true })}
    </NumberLink>
  );
  const { ready, created, refused, skipped, with_warnings } = summary;
  return (
    <MetricStrip>
      <Metric
        label={created > 0 ? "Rows imported" : "Rows ready"}
        value={created > 0 ? count(created, "status=created") : count(ready, "status=ready")}
        sub={with_warnings > 0 ? <>{count(with_warnings, "kind=with_warning")} with a warning</> : undefined}
      />
      <Metric label="Rows rejected" value={count(refused, "status=refused", "bad")} />
      <Metric label="Rows skipped" value={count(skipped, "status=skipped")} />
      <Metric label="New members" value={count(summary.members, "kind=member")} />
      <Metric label="Memberships" value={count(summary.memberships, "kind=membership")} />
      <Metric label="Due in the next 30 days" value={money(summary.due_in_30_days_minor, "kind=due_in_30_days")} />
      {summary.debts_minor > 0 ? (
        <Metric label="Owed by members" value={money(summary.debts_minor, "kind=owes")} />
      ) : null}
      {summary.credits_minor > 0 ? (
        <Metric label="Account credit" value={money(summary.credits_minor, "kind=has_credit")} />
      ) : null}
      <Metric label="Recurring monthly" value={money(summary.monthly_recurring_minor, "kind=recurring")} />
    </MetricStrip>
  );
}
