"use client";
import { hoursText } from "@/components/organization/hours-text";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { counted } from "@/lib/values/counted";
import { formatMoney } from "@/lib/values/money";
import type { Plan } from "./plans/plan-form";
import { intervalText, priceUnit } from "./plans/wording";

interface PlanRadiosProps {
  label?: string;
  value: string;
  onValueChange: (plan_id: string) => void;
  plans: readonly Plan[];
  locale: string;
  /** The locations of a plan in words. */
  whereOf?: (plan: Plan) => string;
  error?: string | undefined;
}

/** Plans as cards with their prices. */
export function PlanRadios(props: PlanRadiosProps) {
  const { label = "Plan", value, onValueChange, plans, locale, whereOf = () => "", error } = props;
  return (
    <RadioGroup
      label={label}
      name="plan_id"
      look="cards"
      value={value}
      onValueChange={onValueChange}
      error={error}
      options={plans.map((plan) => ({
        value: plan.id,
        label: plan.name,
        hint: planHint(plan, whereOf(plan), locale),
        end: (
          <span className="ml-auto text-right whitespace-nowrap">
            <b className="font-strong text-ink">
              {plan.price_minor === 0 ? "Free" : formatMoney(plan.price_minor, plan.currency, locale)}
            </b>{" "}
            <span className="text-ink-3">{priceUnit(plan)}</span>
          </span>
        ),
      }))}
    />
  );
}

function planHint(plan: Plan, where: string, locale: string): string {
  const when = plan.access_hours ? hoursText(plan.access_hours, locale) : "any time";
  const length =
    plan.kind === "session_pack" ? `${counted(plan.sessions_included ?? 0, "visit")} within ${intervalText(plan)}` : "";
  const text = [length, when, where].filter(Boolean).join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
