"use client";

import { useState } from "react";
import { PdfButton } from "@/components/billing/invoices/pdf-button";
import { DayInput } from "@/components/memberships/day-input";
import { Field } from "@/components/ui/forms/field";
import type { CalendarDay } from "@/lib/values/calendar-day";

interface CompanyStatementProps {
  organization: string;
  company_id: string;
  today: CalendarDay;
}

/** The statement of a company between two days, as a file. The range begins as this year up to today. */
export function CompanyStatement({ organization, company_id, today }: CompanyStatementProps) {
  const [from, setFrom] = useState<CalendarDay | "">(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState<CalendarDay | "">(today);
  const query = new URLSearchParams({ from, to, organization });
  return (
    <fieldset className="ui-field">
      <legend className="ui-label mb-1.5">Statement</legend>
      <div className="flex flex-wrap items-end gap-3">
        <Field label="From" className="w-40">
          <DayInput value={from} today={today} latest={today} onValueChange={setFrom} />
        </Field>
        <Field label="To" className="w-40">
          <DayInput value={to} today={today} onValueChange={setTo} />
        </Field>
        {from && to && from <= to ? (
          <PdfButton href={`/api/v1/companies/${company_id}/statement/pdf?${query}`} label="Statement PDF" />
        ) : (
          <p className="ui-hint">Choose a first day on or before the last day.</p>
        )}
      </div>
    </fieldset>
  );
}
