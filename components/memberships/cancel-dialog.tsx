"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { api } from "@/lib/client/api";
import {
  cancelMembership,
  getCancellationOptions,
  previewCancellation,
  withdrawCancellation,
} from "@/lib/client/endpoints/memberships";
import { formatShortDate } from "@/lib/client/format-short-date";
import { addDays } from "@/lib/values/calendar-day";
import { type CancelReason, cancelReasons } from "@/lib/values/membership-terms";
import { formatMoney } from "@/lib/values/money";
import { ActionSheet } from "./action-sheet";
import { cancelReasonNames } from "./cancel-reasons";
import type { ActionDialogProps, Membership } from "./membership";
import { useActionPreview } from "./use-action-preview";
import { useMembershipAction } from "./use-membership-action";
import { useUndo } from "./use-undo";

/** `cooling_off`: now, and everything is given back. */
type Choice = "now" | "period_end" | "cooling_off";

export function CancelDialog({ organization, membership, reader, onClose }: ActionDialogProps) {
  const { id, plan_name, member_name, version, period_ends_on } = membership;
  // An existing cancellation can only be moved to now, and a period that has ended is cancelled now.
  const can_wait = !membership.cancelled_on && (period_ends_on ?? reader.today) >= reader.today;
  const [choice, setChoice] = useState<Choice>(can_wait ? "period_end" : "now");
  const when = choice === "period_end" ? "period_end" : "now";
  const [reason_code, setCode] = useState<CancelReason | "">("");
  const [reason, setReason] = useState("");
  const [proof, setProof] = useState("");
  const [credits, setCredits] = useState(false);
  const { data: options } = useQuery({
    queryKey: ["cancellation-options", id, version],
    queryFn: ({ signal }) => api(getCancellationOptions, { id }, { organization, signal }),
  });
  const needs_proof = reason_code !== "" && options?.needs_proof && options.overriding_reasons.includes(reason_code);
  const code = choice === "cooling_off" ? "cooling_off" : reason_code;
  const cancellation = {
    ...({ id, when, credit_unused: choice === "now" && credits } as const),
    ...(code === "" ? {} : { reason_code: code }),
    ...(needs_proof && proof.trim() ? { proof: proof.trim() } : {}),
  };
  const { errors: _, ...state } = useActionPreview({
    name: ["cancel", id, version],
    input: cancellation,
    ask: (input, signal) => api(previewCancellation, input, { organization, signal }),
  });
  const undo = useUndo(organization, membership);
  const action = useMembershipAction({
    act: () =>
      api(
        cancelMembership,
        { ...cancellation, ...(reason.trim() ? { reason: reason.trim() } : {}) },
        { organization, if_match: version },
      ),
    said: () => ({
      message: `${plan_name} of ${member_name} was cancelled`,
      ...(choice === "cooling_off"
        ? {
            message: `${plan_name} of ${member_name} has ended. What was paid is account credit: refund the payment to pay it out`,
          }
        : {}),
      ...(when === "period_end"
        ? { action: { label: "Undo", onAction: () => undo.mutate(withdrawCancellation) } }
        : {}),
    }),
    onClose,
  });
  const cancelled_on = state.is_current ? state.preview?.after.cancelled_on : null;
  const last_day = cancelled_on && formatShortDate(addDays(cancelled_on, -1), reader.today, reader.locale);
  return (
    <ActionSheet
      title={`Cancel ${plan_name} of ${member_name}?`}
      state={state}
      reader={reader}
      action={action}
      can_confirm={!needs_proof || proof.trim() !== ""}
      confirm={
        choice === "cooling_off"
          ? "End it and give everything back"
          : when === "now"
            ? "Cancel now"
            : last_day
              ? `Cancel on ${last_day}`
              : "Cancel membership"
      }
      is_danger
      keep="Keep membership"
      onClose={onClose}
    >
      {can_wait || options?.cooling_off ? (
        <RadioGroup
          label="When"
          name="when"
          look="cards"
          value={choice}
          onValueChange={(value) => setChoice(value as Choice)}
          options={[
            ...(can_wait
              ? [
                  {
                    value: "period_end",
                    label: "End of period",
                    hint: "After the notice and the minimum term. Paid days remain valid, and you can withdraw until then",
                  },
                ]
              : []),
            { value: "now", label: "Now", hint: "The member can no longer check in" },
            ...(options?.cooling_off ? [coolingOffOption(options.cooling_off, options.currency, reader)] : []),
          ]}
        />
      ) : null}
      {choice === "now" ? (
        <Checkbox
          label="Credit the unused days"
          hint="The paid days from today on become account credit"
          checked={credits}
          onChange={({ target }) => setCredits(target.checked)}
        />
      ) : null}
      <Remaining membership={membership} when={when} locale={reader.locale} />
      {choice === "cooling_off" ? null : (
        <Field
          label="Reason"
          optional
          hint={
            options && options.overriding_reasons.length > 0
              ? `End the minimum term: ${options.overriding_reasons.map((one) => cancelReasonNames[one]).join(", ")}`
              : undefined
          }
        >
          <Select
            value={reason_code}
            placeholder="Choose a reason"
            options={cancelReasons
              .filter((value) => value !== "cooling_off")
              .map((value) => ({ value, label: cancelReasonNames[value] }))}
            onChange={({ target }) => setCode(target.value as CancelReason | "")}
          />
        </Field>
      )}
      {needs_proof ? (
        <Field label="Proof you have seen" hint="Such as a doctor's letter of 3 March">
          <Input value={proof} maxLength={300} onChange={({ target }) => setProof(target.value)} />
        </Field>
      ) : null}
      <Field label="In the member's words" optional hint="Visible to managers in the activity log">
        <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </ActionSheet>
  );
}

/** F4: the countdown. */
function coolingOffOption(
  { until_on, refund_minor }: { until_on: string | null; refund_minor: number },
  currency: string,
  { today, locale }: { today: string; locale: string },
) {
  const until = until_on === null ? "until the first visit" : `until ${formatShortDate(until_on, today, locale)}`;
  return {
    value: "cooling_off",
    label: `Withdraw from the contract, ${until}`,
    hint: `Ends at once, and ${formatMoney(refund_minor, currency, locale)} is given back as account credit`,
  };
}

/** What the preview does not say. */
function Remaining({
  membership,
  when,
  locale,
}: {
  membership: Membership;
  when: "now" | "period_end";
  locale: string;
}) {
  const { currency, overdue_minor, sessions_included, sessions_used } = membership;
  const unused = sessions_included === null || when === "period_end" ? 0 : sessions_included - sessions_used;
  if (overdue_minor <= 0 && unused <= 0) return null;
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5" aria-live="polite">
      {overdue_minor > 0 ? (
        <li>{`The overdue amount of ${formatMoney(overdue_minor, currency, locale)} remains due.`}</li>
      ) : null}
      {unused > 0 ? <li>{unused === 1 ? "1 unused visit expires." : `${unused} unused visits expire.`}</li> : null}
    </ul>
  );
}
