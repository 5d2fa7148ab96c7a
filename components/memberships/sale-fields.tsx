"use client";

import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Segmented } from "@/components/ui/controls/segmented";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { formatShortDate } from "@/lib/client/format-short-date";
import { addDays } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";
import { CouponField } from "./coupon-field";
import { type PayerChoice, PayerFields } from "./payer-fields";
import { PlanRadios } from "./plan-radios";
import { MoneyInput } from "./plans/money-input";
import type { Plan } from "./plans/plan-form";
import type { DateContext } from "./plans/wording";
import { PrepaidField } from "./prepaid-field";

export type SaleChoice = {
  plan_id: string;
  starts_on: string;
  location_id: string;
  price_minor: number | null;
  /** Empty: none. */
  coupon_code: string;
  prepaid_periods: number;
  payer: PayerChoice;
};

/** C17. */
export const canPrepay = ({ kind }: Plan): boolean => kind === "recurring" || kind === "fixed_term";

interface SaleFieldsProps {
  choice: SaleChoice;
  onChange: (change: Partial<SaleChoice>) => void;
  plans: readonly Plan[];
  locations: readonly { id: string; name: string }[];
  reader: DateContext;
  can_override: boolean;
  organization: string;
  first_name: string;
  offers_companies: boolean;
  /** Why the coupon does not apply. */
  coupon_error: string | undefined;
}

export function SaleFields(props: SaleFieldsProps) {
  const { choice, onChange, plans, locations, reader, can_override, coupon_error } = props;
  const { locale, today } = reader;
  const plan = plans.find(({ id }) => id === choice.plan_id);
  const offered = locations.filter(
    ({ id }) => !plan || plan.location_ids.length === 0 || plan.location_ids.includes(id),
  );
  return (
    <>
      <PlanRadios
        value={choice.plan_id}
        onValueChange={(plan_id) => onChange({ plan_id, price_minor: null })}
        plans={plans}
        locale={locale}
        whereOf={(option) => placesOf(option, locations)}
      />
      <FirstDay
        choice={choice}
        onChange={onChange}
        reader={reader}
        earliest={can_override ? undefined : addDays(today, -31)}
      />
      {offered.length > 1 ? (
        <Field label="Sold at" hint="The membership uses the currency, time zone and opening hours of this location">
          <Select
            value={offered.some(({ id }) => id === choice.location_id) ? choice.location_id : (offered[0]?.id ?? "")}
            options={offered.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) => onChange({ location_id: target.value })}
          />
        </Field>
      ) : null}
      {can_override && plan ? (
        <CustomPrice
          key={plan.id}
          plan={plan}
          value={choice.price_minor}
          locale={locale}
          onChange={(price_minor) => onChange({ price_minor })}
        />
      ) : null}
      <CouponField
        value={choice.coupon_code}
        error={coupon_error}
        onValueChange={(coupon_code) => onChange({ coupon_code })}
      />
      {plan ? <OtherTerms key={`terms ${plan.kind}`} {...props} plan={plan} /> : null}
    </>
  );
}

/** Who else pays, and how much at once; rarely needed. */
function OtherTerms({ plan, ...props }: SaleFieldsProps & { plan: Plan }) {
  const { choice, onChange, organization, first_name, offers_companies, reader } = props;
  const { payer, prepaid_periods } = choice;
  const [open, setOpen] = useState(payer.kind !== "self" || prepaid_periods > 1);
  if (!open) {
    return (
      <Button size="sm" variant="quiet" className="self-start" onClick={() => setOpen(true)}>
        {canPrepay(plan) ? "Another payer, or several periods at once" : "Another payer"}
      </Button>
    );
  }
  return (
    <>
      {plan.kind === "recurring" || plan.kind === "fixed_term" ? (
        <PrepaidField
          kind={plan.kind}
          value={prepaid_periods}
          error={undefined}
          onValueChange={(periods) => onChange({ prepaid_periods: periods })}
        />
      ) : null}
      <PayerFields
        organization={organization}
        name={first_name}
        value={payer}
        onChange={(change) => onChange({ payer: { ...payer, ...change } })}
        offers_companies={offers_companies}
        today={reader.today}
      />
    </>
  );
}

function placesOf({ location_ids }: Plan, locations: SaleFieldsProps["locations"]): string {
  if (location_ids.length === 0) return locations.length > 1 ? "all locations" : "";
  return location_ids
    .map((id) => locations.find((location) => location.id === id)?.name ?? "another location")
    .join(", ");
}

type DayProps = Pick<SaleFieldsProps, "choice" | "onChange" | "reader"> & { earliest: string | undefined };

function FirstDay({ choice, onChange, reader, earliest }: DayProps) {
  const { today, locale } = reader;
  const is_today = choice.starts_on === today;
  const [other, setOther] = useState(!is_today);
  return (
    <div className="flex flex-col gap-2">
      <span className="ui-label">Starts</span>
      <div className="flex flex-wrap items-center gap-3">
        <Segmented
          label="Starts"
          value={other ? "other" : "today"}
          onValueChange={(value) => {
            setOther(value === "other");
            if (value === "today") onChange({ starts_on: today });
          }}
          options={[
            { value: "today", label: `Today, ${formatShortDate(today, today, locale)}` },
            { value: "other", label: "Other date" },
          ]}
        />
        {other ? (
          <Input
            type="date"
            aria-label="First day"
            className="w-44"
            value={choice.starts_on}
            min={earliest}
            max={addDays(today, 366)}
            onChange={({ target }) => onChange({ starts_on: target.value })}
          />
        ) : null}
      </div>
    </div>
  );
}

interface CustomPriceProps {
  plan: Plan;
  value: number | null;
  locale: string;
  onChange: (minor: number | null) => void;
}

function CustomPrice({ plan, value, locale, onChange }: CustomPriceProps) {
  const [open, setOpen] = useState(value !== null);
  if (!open) {
    return (
      <Button size="sm" variant="quiet" className="self-start" onClick={() => setOpen(true)}>
        Set custom price
      </Button>
    );
  }
  return (
    <Field
      label="Custom price"
      hint={`Instead of ${formatMoney(plan.price_minor, plan.currency, locale)}. Recorded in the activity log with your name`}
      className="max-w-60"
    >
      <MoneyInput
        currency={plan.currency}
        locale={locale}
        value={value ?? plan.price_minor}
        onValueChange={onChange}
        autoFocus
      />
    </Field>
  );
}
