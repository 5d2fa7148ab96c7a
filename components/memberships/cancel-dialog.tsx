"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { api } from "@/lib/client/api";
import { cancelMembership, previewCancellation, withdrawCancellation } from "@/lib/client/endpoints/memberships";
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

type When = "now" | "period_end";

export function CancelDialog({ organization, membership, reader, onClose }: ActionDialogProps) {
  const { id, plan_name, member_name, version, period_ends_on } = membership;
  // An existing cancellation can only be moved to now, and a period that has ended is cancelled now.
  const can_wait = !membership.cancelled_on && (period_ends_on ?? reader.today) >= reader.today;
  const [when, setWhen] = useState<When>(can_wait ? "period_end" : "now");
  const [reason_code, setCode] = useState<CancelReason | "">("");
  const [reason, setReason] = useState("");
  const [credits, setCredits] = useState(false);
  const cancellation = {
    ...{ id, when, credit_unused: when === "now" && credits },
    ...(reason_code === "" ? {} : { reason_code }),
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
      confirm={when === "now" ? "Cancel now" : last_day ? `Cancel on ${last_day}` : "Cancel membership"}
      is_danger
      keep="Keep membership"
      onClose={onClose}
    >
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
              label: "End of period",
              hint: "After the notice and the minimum term. Paid days remain valid, and you can withdraw until then",
            },
            { value: "now", label: "Now", hint: "The member can no longer check in" },
          ]}
        />
      ) : null}
      {when === "now" ? (
        <Checkbox
          label="Credit the unused days"
          hint="The paid days from today on become account credit"
          checked={credits}
          onChange={({ target }) => setCredits(target.checked)}
        />
      ) : null}
      <Remaining membership={membership} when={when} locale={reader.locale} />
      <Field label="Reason" optional hint="Moving away, illness, death and cooling-off end the minimum term">
        <Select
          value={reason_code}
          placeholder="Choose a reason"
          options={cancelReasons.map((value) => ({ value, label: cancelReasonNames[value] }))}
          onChange={({ target }) => setCode(target.value as CancelReason | "")}
        />
      </Field>
      <Field label="In the member's words" optional hint="Visible to managers in the activity log">
        <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </ActionSheet>
  );
}

/** What the preview does not say. */
function Remaining({ membership, when, locale }: { membership: Membership; when: When; locale: string }) {
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
