import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/controls/link";
import { NumberLink } from "@/components/ui/controls/number-link";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { TextLink } from "@/components/ui/controls/text-link";
import { formatCount } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { getForecast, listForecastLines } from "@/lib/contracts/memberships/forecast";
import { counted } from "@/lib/values/counted";
import { formatMoney } from "@/lib/values/money";
import type { ForecastQuery } from "./query";
import { groupName, longMonth, riskNames, riskSentence } from "./words";

type Month = Output<typeof getForecast>["currencies"][number]["months"][number];
type Line = Output<typeof listForecastLines>["data"][number];

interface MonthRailProps {
  month: Month;
  currency: string;
  locale: string;
  by: "plan" | "day";
  first_lines: readonly Line[];
  /** Null at the ends. */
  beforeHref: string | null;
  afterHref: string | null;
  byHref: (by: "plan" | "day") => string;
  linesHref: (query: ForecastQuery) => string;
  memberHref: (id: string) => string;
}

export function MonthRail(props: MonthRailProps) {
  const { month, currency, locale, by, first_lines, beforeHref, afterHref, byHref, linesHref, memberHref } = props;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const own = { month: month.month };
  return (
    <div className="px-5 py-4">
      <div className="flex items-center">
        <h2 className="font-strong text-13 text-ink">{longMonth(month.month, locale)}</h2>
        <span className="ml-auto flex gap-1">
          <Step href={beforeHref} label="Month before" icon={<ChevronLeft aria-hidden="true" />} />
          <Step href={afterHref} label="Month after" icon={<ChevronRight aria-hidden="true" />} />
        </span>
      </div>
      <p className="font-medium text-26 text-ink tabular-nums">{money(month.billed_minor)}</p>
      <p className="text-ink-3">
        <NumberLink href={linesHref({ ...own, sort: "member" })}>
          {formatCount(month.members, locale)} {month.members === 1 ? "member" : "members"}
        </NumberLink>
        ,{" "}
        <NumberLink href={linesHref(own)}>
          {formatCount(month.lines, locale)} {month.lines === 1 ? "line" : "lines"}
        </NumberLink>
      </p>
      <TabLinks
        label="How the month is divided"
        className="-mx-5 mt-2 px-5"
        current={byHref(by)}
        items={[
          { label: "By plan", href: byHref("plan") },
          { label: "By day", href: byHref("day") },
        ]}
      />
      {by === "plan" ? <Plans {...props} money={money} /> : <Days {...props} money={money} />}
      {month.risks.length > 0 ? (
        <section className="-mx-5 mt-2 border-line border-t px-5 pt-3">
          <h3 className="text-12 text-ink-3">
            At risk{" "}
            <NumberLink href={linesHref({ ...own, risk: "any" })} tone="warn">
              {money(month.at_risk_minor)}
            </NumberLink>
          </h3>
          <ul>
            {month.risks.map(({ risk, members, amount_minor }) => (
              <Row key={risk} name={riskSentence(risk, members)}>
                <NumberLink href={linesHref({ ...own, risk })}>{money(amount_minor)}</NumberLink>
              </Row>
            ))}
          </ul>
        </section>
      ) : null}
      {first_lines.length > 0 ? (
        <section className="-mx-5 mt-2 border-line border-t px-5 pt-3">
          <h3 className="text-12 text-ink-3">First lines</h3>
          <ul>
            {first_lines.map((line) => (
              <li
                key={`${line.membership_id} ${line.kind} ${line.bill_on}`}
                className="flex min-h-7 items-center gap-2"
                title={line.why}
              >
                <time dateTime={line.bill_on} className="w-12 flex-none text-ink-3">
                  {formatShortDate(line.bill_on, line.bill_on, locale)}
                </time>
                <span className="min-w-0 flex-1 truncate">
                  <TextLink href={memberHref(line.member_id)}>{line.member_name}</TextLink>{" "}
                  <span className="text-ink-3">{line.label}</span>
                </span>
                {line.risk ? <span className="text-12 text-warn-text">{riskNames[line.risk]}</span> : null}
                <span className="tabular-nums">{money(line.total_minor)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="-mx-5 mt-2 border-line border-t px-5 pt-3">
        <TextLink href={linesHref(own)}>All {counted(month.lines, "line", "lines", locale)}</TextLink>
      </p>
    </div>
  );
}

type GroupsProps = MonthRailProps & { money: (minor: number) => string };

function Plans({ month, locale, linesHref, money }: GroupsProps) {
  const part = (isRecurring: boolean) => month.plans.filter(({ kind }) => (kind === "period") === isRecurring);
  const rows = (isRecurring: boolean) =>
    part(isRecurring).map((plan) => (
      <Row
        key={`${plan.kind} ${plan.plan_name}`}
        name={groupName(plan)}
        times={
          plan.unit_minor === null
            ? `${counted(plan.lines, "line", "lines", locale)}`
            : `${formatCount(plan.lines, locale)} × ${money(plan.unit_minor)}`
        }
      >
        <NumberLink href={linesHref({ month: month.month, plan_name: plan.plan_name, kind: plan.kind })}>
          {money(plan.amount_minor)}
        </NumberLink>
      </Row>
    ));
  return (
    <ul className="mt-2">
      {rows(true)}
      <Sum name="Recurring">{money(month.recurring_minor)}</Sum>
      {rows(false)}
      {part(false).length > 0 ? <Sum name="One-off">{money(month.one_off_minor)}</Sum> : null}
    </ul>
  );
}

function Days({ month, locale, linesHref, money }: GroupsProps) {
  return (
    <ul className="mt-2">
      {month.days.map(({ bill_on, lines, amount_minor }) => (
        <Row
          key={bill_on}
          name={formatShortDate(bill_on, bill_on, locale)}
          times={`${formatCount(lines, locale)} ${lines === 1 ? "line" : "lines"}`}
        >
          <NumberLink href={linesHref({ month: month.month, bill_on })}>{money(amount_minor)}</NumberLink>
        </Row>
      ))}
      <Sum name="Billed">{money(month.billed_minor)}</Sum>
    </ul>
  );
}

function Row({ name, times, children }: { name: string; times?: string; children: ReactNode }) {
  return (
    <li className="flex min-h-7 items-center gap-2">
      <span className="min-w-0 flex-1 truncate" title={name}>
        {name}
      </span>
      {times ? <span className="text-12 text-ink-3 tabular-nums">{times}</span> : null}
      <span className="min-w-24 text-right tabular-nums">{children}</span>
    </li>
  );
}

function Sum({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="flex min-h-8 items-center border-line-strong border-t font-strong text-ink">
      <span className="flex-1">{name}</span>
      <span className="tabular-nums">{children}</span>
    </li>
  );
}

function Step({ href, label, icon }: { href: string | null; label: string; icon: ReactNode }) {
  return href === null ? null : (
    <Link
      href={href}
      scroll={false}
      replace
      aria-label={label}
      title={label}
      className="ui-button"
      data-icon=""
      data-variant="quiet"
      data-size="sm"
    >
      {icon}
    </Link>
  );
}
