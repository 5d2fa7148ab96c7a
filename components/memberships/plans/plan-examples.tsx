"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Segmented } from "@/components/ui/controls/segmented";
import { Callout } from "@/components/ui/data/callout";
import { Skeleton } from "@/components/ui/data/skeleton";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { ApiError, api } from "@/lib/client/api";
import { examplesOfPlan } from "@/lib/client/endpoints/memberships";
import { formatShortDate } from "@/lib/client/format-short-date";
import { formatMoney } from "@/lib/values/money";
import { type PlanValues, toInput } from "./plan-form";
import type { DateContext } from "./wording";

interface PlanExamplesProps {
  organization: string;
  values: PlanValues;
  reader: DateContext;
}

const cases = [
  { value: "today", label: "Today" },
  { value: "month_end", label: "The 31st" },
  { value: "mid_period", label: "Mid-period" },
];

/** The bills of a member who starts on three days, computed by the billing engine from the values of the form. */
export function PlanExamples({ organization, values, reader }: PlanExamplesProps) {
  const [shown, setShown] = useState("today");
  const input = { ...toInput(values), name: values.name || "New plan" };
  const sent = useDebouncedValue(JSON.stringify(input), 300);
  const examples = useQuery({
    queryKey: ["plan-examples", organization, sent],
    queryFn: ({ signal }) => api(examplesOfPlan, JSON.parse(sent), { organization, signal }),
    enabled: values.price_minor !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (values.price_minor === null) {
    return <p className="text-ink-3">Enter a price to see what a new member pays, and when.</p>;
  }
  if (examples.error) {
    const reasons = examples.error instanceof ApiError ? examples.error.errors.map(({ message }) => message) : [];
    return (
      <Callout tone="warn" title="No example yet" role="status">
        <p>{reasons.join(". ") || examples.error.message}</p>
      </Callout>
    );
  }
  if (!examples.data) {
    return (
      <div className="flex flex-col gap-4" role="status" aria-label="Calculating the example">
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-14 w-40" />
        <Skeleton className="h-24 w-full" />
      </div>
    );
  }
  const { currency } = examples.data;
  const example = examples.data.examples.find((one) => one.case === shown);
  if (!example) return null;
  const money = (minor: number) => formatMoney(minor, currency, reader.locale);
  const day = (date: string) => formatShortDate(date, reader.today, reader.locale);
  const [first] = example.bills;
  return (
    <div className={classNames("flex flex-col gap-5", examples.isPlaceholderData && "opacity-60")} aria-live="polite">
      <Segmented label="A member starts" size="sm" options={cases} value={shown} onValueChange={setShown} />
      <div>
        <p className="text-ink-3">Starts {day(example.starts_on)}, pays first</p>
        <p className="text-36 font-strong tracking-tight text-ink">{money(first?.total_minor ?? 0)}</p>
      </div>
      <ol className="flex flex-col">
        {example.bills.map((bill) => (
          <li key={bill.on} className="border-line border-t py-3">
            <p className="flex gap-3 font-medium text-ink">
              <span className="flex-1">{day(bill.on)}</span>
              <span>{money(bill.total_minor)}</span>
            </p>
            {bill.lines.map((line) => (
              <p key={`${line.label} ${line.from_on}`} className="mt-1 text-12 text-ink-3">
                {line.label}: {line.explanation}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <p className="text-ink-3">
        {example.ends_on
          ? `Ends by itself; the last day is ${day(example.ends_on)}.`
          : "Then each period the same, until it is cancelled."}
      </p>
    </div>
  );
}
