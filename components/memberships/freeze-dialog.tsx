"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { api } from "@/lib/client/api";
import { freezeMembership, previewFreeze } from "@/lib/client/endpoints/memberships";
import { formatShortDate } from "@/lib/client/format-short-date";
import { addDays, compareDays } from "@/lib/values/calendar-day";
import { defaultFreezePolicy, type FreezePolicy } from "@/lib/values/membership-terms";
import { ActionSheet } from "./action-sheet";
import { DayInput } from "./day-input";
import { feeText, frozenDays, frozenText, limitsText, returnText } from "./freeze-wording";
import type { ActionDialogProps } from "./membership";
import { useActionPreview } from "./use-action-preview";
import { useMembershipAction } from "./use-membership-action";

interface FreezeDialogProps extends ActionDialogProps {
  /** Null: not known, because the plan is no longer on sale. */
  policy: FreezePolicy | null;
  can_override: boolean;
  can_backdate: boolean;
}

export function FreezeDialog(props: FreezeDialogProps) {
  const { organization, membership, reader, onClose, can_override, can_backdate } = props;
  const policy = props.policy ?? defaultFreezePolicy;
  const { id, plan_name, member_name, version, currency, starts_on } = membership;
  const earliest = addDays(reader.today, can_override ? 0 : policy.notice_days);
  const [from_on, setFrom] = useState(compareDays(starts_on, earliest) > 0 ? starts_on : earliest);
  const [last_on, setLast] = useState(addDays(from_on, Math.max(policy.min_days, Math.min(30, policy.max_days)) - 1));
  const [is_open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const to_on = is_open ? null : last_on;
  const is_complete = from_on !== "" && to_on !== "";
  const freeze = { id, from_on, to_on };
  const { errors, ...state } = useActionPreview({
    name: ["freeze", id, version],
    input: is_complete ? freeze : null,
    ask: (input, signal) => api(previewFreeze, input, { organization, signal }),
    fields: ["from_on", "to_on"],
  });
  const day = (date: string) => formatShortDate(date, reader.today, reader.locale);
  const action = useMembershipAction({
    act: () =>
      api(
        freezeMembership,
        { ...freeze, ...(reason.trim() ? { reason: reason.trim() } : {}) },
        { organization, if_match: version },
      ),
    said: () => ({
      message: `${plan_name} of ${member_name} is frozen ${to_on ? `from ${day(from_on)} to ${day(to_on)}` : `from ${day(from_on)} on`}`,
    }),
    onClose,
  });
  const days = is_complete && to_on ? frozenDays({ from_on, to_on }) : null;
  return (
    <ActionSheet
      title={`Freeze ${plan_name} of ${member_name}`}
      state={state}
      reader={reader}
      reason={days !== null && days > 0 ? `${frozenText(days)} frozen.` : undefined}
      action={action}
      confirm={
        !is_complete
          ? "Freeze"
          : to_on
            ? `Freeze from ${day(from_on)} to ${day(to_on)}`
            : `Freeze from ${day(from_on)} on`
      }
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="First frozen day" error={errors.from_on}>
          <DayInput
            value={from_on}
            min={can_backdate ? starts_on : reader.today}
            today={reader.today}
            onValueChange={setFrom}
          />
        </Field>
        {is_open ? null : (
          <Field label="Last frozen day" error={errors.to_on}>
            <DayInput value={last_on} min={from_on} today={reader.today} onValueChange={setLast} />
          </Field>
        )}
      </div>
      <p aria-live="polite">
        {days !== null && days > 0 && to_on
          ? `${frozenText(days)} frozen. The first day back is ${day(addDays(to_on, 1))}.`
          : null}
        {is_open ? "Frozen until the return is entered. There is no bill until then." : null}
      </p>
      {policy.may_be_open_ended || can_override ? (
        <Checkbox
          label="The return is not known yet"
          checked={is_open}
          onChange={({ target }) => setOpen(target.checked)}
        />
      ) : null}
      <Field label="Reason" optional hint="Visible to managers in the activity log">
        <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
      </Field>
      {props.policy ? (
        <p className="ui-hint">
          {limitsText(plan_name, policy)} {feeText(policy, currency, reader.locale)}
          {returnText(policy)}
        </p>
      ) : null}
    </ActionSheet>
  );
}
