import type { Output } from "@/lib/contracts/contract";
import type { getForecast } from "@/lib/contracts/memberships/forecast";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { type ForecastRisk, forecastRisks } from "@/lib/values/forecast";
import type { ForecastLine } from "./compute";

type Currency = Output<typeof getForecast>["currencies"][number];
type Month = Currency["months"][number];
type Group = { lines: number; amount_minor: number };

/** Adds lines up by currency and month. Every sum is made of the same lines, so they agree. */
export class Totals {
  readonly #months: readonly string[];
  readonly #currencies = new Map<string, Map<string, MonthSums>>();

  constructor(months: readonly string[]) {
    this.#months = months;
  }

  add(line: ForecastLine): void {
    const { currency } = line.row;
    let months = this.#currencies.get(currency);
    if (!months) {
      months = new Map(this.#months.map((month) => [month, new MonthSums()]));
      this.#currencies.set(currency, months);
    }
    months.get(line.bill_on.slice(0, 7))?.add(line);
  }

  toResponse(): Currency[] {
    return Array.from(this.#currencies, ([currency, months]) => {
      const all = Array.from(months, ([month, sums]) => sums.toResponse(month));
      return { currency, ...amountsOf(all), months: all };
    }).toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
  }
}

class MonthSums {
  readonly #members = new Set<string>();
  readonly #plans = new Map<string, Month["plans"][number]>();
  readonly #days = new Map<CalendarDay, Group>();
  readonly #risks = new Map<ForecastRisk, Group & { members: Set<string> }>();
  #recurring_minor = 0;
  #one_off_minor = 0;
  #lines = 0;

  add({ row, line, bill_on, total_minor, risk }: ForecastLine): void {
    this.#members.add(row.member_id);
    this.#lines += 1;
    if (line.kind === "period") this.#recurring_minor += total_minor;
    else this.#one_off_minor += total_minor;
    const day = this.#days.get(bill_on);
    if (day) count(day, total_minor);
    else this.#days.set(bill_on, { lines: 1, amount_minor: total_minor });
    const key = `${line.kind} ${line.plan_name}`;
    const plan = this.#plans.get(key);
    if (plan) {
      count(plan, total_minor);
      if (plan.unit_minor !== total_minor) plan.unit_minor = null;
    } else {
      const { kind, plan_name } = line;
      this.#plans.set(key, { plan_name, kind, unit_minor: total_minor, lines: 1, amount_minor: total_minor });
    }
    if (risk === null) return;
    const known = this.#risks.get(risk) ?? { lines: 0, amount_minor: 0, members: new Set<string>() };
    count(known, total_minor);
    known.members.add(row.member_id);
    this.#risks.set(risk, known);
  }

  toResponse(month: string): Month {
    const [recurring_minor, one_off_minor] = [this.#recurring_minor, this.#one_off_minor];
    const risks = forecastRisks.flatMap((risk) => {
      const found = this.#risks.get(risk);
      return found ? [{ risk, ...found, members: found.members.size }] : [];
    });
    return {
      ...{ month, members: this.#members.size, lines: this.#lines },
      ...{ recurring_minor, one_off_minor, billed_minor: recurring_minor + one_off_minor },
      at_risk_minor: risks.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
      risks,
      plans: [...this.#plans.values()].toSorted((a, b) => b.amount_minor - a.amount_minor),
      days: Array.from(this.#days, ([bill_on, group]) => ({ bill_on, ...group })).toSorted((a, b) =>
        a.bill_on < b.bill_on ? -1 : 1,
      ),
    };
  }
}

function count(group: Group, amount_minor: number): void {
  group.lines += 1;
  group.amount_minor += amount_minor;
}

const names = ["recurring_minor", "one_off_minor", "billed_minor", "at_risk_minor"] as const;

function amountsOf(months: readonly Month[]): Pick<Month, (typeof names)[number]> {
  const sum = (name: (typeof names)[number]) => months.reduce((all, month) => all + month[name], 0);
  return {
    ...{ recurring_minor: sum("recurring_minor"), one_off_minor: sum("one_off_minor") },
    ...{ billed_minor: sum("billed_minor"), at_risk_minor: sum("at_risk_minor") },
  };
}
