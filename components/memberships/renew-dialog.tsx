"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { api } from "@/lib/client/api";
import { previewRenewal, renewMembership } from "@/lib/client/endpoints/memberships";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { previewRenewal as contract } from "@/lib/contracts/memberships/membership-life";
import { formatMoney } from "@/lib/values/money";
import { PreviewFrame } from "./action-preview";
import { PreviewSheet } from "./action-sheet";
import { CouponField } from "./coupon-field";
import type { ActionDialogProps } from "./membership";
import type { Plan } from "./plans/plan-form";
import { PrepaidField } from "./prepaid-field";
import { SaleFigures } from "./sale-quote";
import { useActionPreview } from "./use-action-preview";
import { useMembershipAction } from "./use-membership-action";

type Shown = Output<typeof contract>;

interface RenewDialogProps extends ActionDialogProps {
  /** Null: no longer on sale. */
  plan: Plan | null;
  /** Another first day than that of the plan. */
  can_override: boolean;
}

/** C18: the next term of the same plan. */
export function RenewDialog({ organization, membership, reader, onClose, plan, can_override }: RenewDialogProps) {
  const { id, plan_name, member_name, version, kind, currency } = membership;
  const [from, setFrom] = useState<Shown["from"] | null>(null);
  const [charges_joining_fee, setFee] = useState(false);
  const [prepaid_periods, setPeriods] = useState(1);
  const [typed, setCode] = useState("");
  const coupon_code = useDebouncedValue(typed.trim(), 300);
  const renewal = {
    ...{ id, prepaid_periods, charges_joining_fee },
    ...(from === null ? {} : { from }),
    ...(coupon_code === "" ? {} : { coupon_code }),
  };
  const { errors, ...state } = useActionPreview<typeof renewal, "coupon_code" | "prepaid_periods", Shown>({
    name: ["renew", id, version],
    input: renewal,
    ask: (input, signal) => api(previewRenewal, input, { organization, signal }),
    fields: ["coupon_code", "prepaid_periods"],
  });
  const { preview } = state;
  const is_current = state.is_current && coupon_code === typed.trim();
  const day = (on: string) => formatShortDate(on, reader.today, reader.locale);
  const action = useMembershipAction({
    act: () => api(renewMembership, renewal, { organization }),
    said: (after) => ({ message: `${plan_name} of ${member_name} is renewed from ${day(after.starts_on)} on` }),
    onClose,
  });
  const has_gap = (preview?.gap_days ?? 0) > 0;
  const total = preview && formatMoney(preview.total_minor, preview.currency, reader.locale);
  return (
    <PreviewSheet
      title={`Renew ${plan_name} of ${member_name}`}
      state={{ ...state, is_current }}
      aside={
        <PreviewFrame state={state}>
          {(shown) => <SaleFigures first_name={member_name} quote={shown} reader={reader} />}
        </PreviewFrame>
      }
      action={action}
      confirm={is_current && preview ? (preview.total_minor === 0 ? "Renew for free" : `Renew for ${total}`) : "Renew"}
      onClose={onClose}
    >
      {preview ? (
        <p className="text-ink">
          {`The membership ${preview.ended_on < reader.today ? "ended" : "ends"} on ${day(preview.ended_on)}. The renewal begins on ${day(preview.starts_on)}${has_gap ? `, after ${gapText(preview.gap_days)}` : ", without a gap"}.`}
        </p>
      ) : null}
      {can_override ? (
        <RadioGroup
          label="First day"
          name="from"
          value={from ?? preview?.from ?? ""}
          onValueChange={(value) => setFrom(value as Shown["from"])}
          options={[
            { value: "old_end", label: "The day after the old end" },
            { value: "today", label: "Today, if the old end has passed" },
          ]}
        />
      ) : null}
      {has_gap && plan && plan.joining_fee_minor > 0 ? (
        <Checkbox
          label={`Charge the joining fee of ${formatMoney(plan.joining_fee_minor, currency, reader.locale)} again`}
          hint="A return after a gap is a new join"
          checked={charges_joining_fee}
          onChange={({ target }) => setFee(target.checked)}
        />
      ) : null}
      {kind === "recurring" || kind === "fixed_term" ? (
        <PrepaidField kind={kind} value={prepaid_periods} error={errors.prepaid_periods} onValueChange={setPeriods} />
      ) : null}
      <CouponField value={typed} error={errors.coupon_code} onValueChange={setCode} />
    </PreviewSheet>
  );
}

const gapText = (days: number) => (days === 1 ? "1 day without a membership" : `${days} days without a membership`);
