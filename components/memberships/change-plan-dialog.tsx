"use client";

import { useState } from "react";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { api } from "@/lib/client/api";
import { changePlan, previewPlanChange, undoPlanChange } from "@/lib/client/endpoints/memberships";
import { formatShortDate } from "@/lib/client/format-short-date";
import { formatMoney } from "@/lib/values/money";
import { ActionSheet } from "./action-sheet";
import type { ActionDialogProps, Preview } from "./membership";
import { PlanRadios } from "./plan-radios";
import type { Plan } from "./plans/plan-form";
import { useActionPreview } from "./use-action-preview";
import { useMembershipAction } from "./use-membership-action";
import { useUndo } from "./use-undo";

type When = "now" | "period_end";

interface ChangePlanDialogProps extends ActionDialogProps {
  /** Plans that the membership can change to. */
  plans: readonly Plan[];
}

export function ChangePlanDialog({ organization, membership, plans, reader, onClose }: ChangePlanDialogProps) {
  const { id, kind, plan_name, member_name, version, next_bill_on } = membership;
  const [plan_id, setPlan] = useState(plans[0]?.id ?? "");
  // A fixed term has no next period.
  const can_wait = kind === "recurring";
  const [when, setWhen] = useState<When>(can_wait ? "period_end" : "now");
  const plan = plans.find((one) => one.id === plan_id);
  const change = { id, plan_id, when };
  const { errors, ...state } = useActionPreview({
    name: ["plan", id, version],
    input: plan ? change : null,
    ask: (input, signal) => api(previewPlanChange, input, { organization, signal }),
    fields: ["plan_id"],
  });
  const undo = useUndo(organization, membership);
  const day = (date: string) => formatShortDate(date, reader.today, reader.locale);
  const from = next_bill_on ? ` on ${day(next_bill_on)}` : " at the end of the period";
  const action = useMembershipAction({
    act: () => api(changePlan, change, { organization, if_match: version }),
    said: ({ next_plan }) =>
      next_plan
        ? {
            message: `${member_name} changes to ${next_plan.plan_name} on ${day(next_plan.from_on)}`,
            action: { label: "Undo", onAction: () => undo.mutate(undoPlanChange) },
          }
        : { message: `${member_name} changed to ${plan?.name ?? ""}` },
    onClose,
  });
  return (
    <ActionSheet
      title={`Change ${plan_name} of ${member_name} to another plan`}
      state={state}
      reader={reader}
      reason={plan ? `The plan changes to ${plan.name}.` : undefined}
      action={action}
      confirm={
        when === "now" ? confirmNow(state.is_current ? state.preview : undefined, reader.locale) : `Change plan${from}`
      }
      onClose={onClose}
    >
      <PlanRadios
        label="New plan"
        value={plan_id}
        onValueChange={setPlan}
        plans={plans}
        locale={reader.locale}
        error={errors.plan_id}
      />
      {can_wait ? (
        <RadioGroup
          label="When"
          name="when"
          look="cards"
          value={when}
          onValueChange={(value) => setWhen(value as When)}
          options={[
            {
              value: "period_end",
              label: next_bill_on ? `End of period, from ${day(next_bill_on)}` : "End of period",
              hint: "Can be undone until then",
            },
            { value: "now", label: "Now", hint: "Unused days are credited, and the new plan is charged from today" },
          ]}
        />
      ) : null}
    </ActionSheet>
  );
}

function confirmNow(preview: Preview | undefined, locale: string): string {
  if (!preview || preview.total_minor === 0) return "Change plan now";
  const amount = formatMoney(Math.abs(preview.total_minor), preview.currency, locale);
  return preview.total_minor > 0 ? `Charge ${amount} and change plan` : `Change plan, ${amount} becomes account credit`;
}
