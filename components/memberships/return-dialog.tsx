"use client";

import { useState } from "react";
import { Field } from "@/components/ui/forms/field";
import { api } from "@/lib/client/api";
import { changeFreezeEnd, previewReturn } from "@/lib/client/endpoints/memberships";
import { formatShortDate } from "@/lib/client/format-short-date";
import { addDays } from "@/lib/values/calendar-day";
import type { Freeze } from "@/lib/values/membership-rules/freeze";
import { ActionSheet } from "./action-sheet";
import { DayInput } from "./day-input";
import { frozenDays, frozenText } from "./freeze-wording";
import type { ActionDialogProps } from "./membership";
import { ReturnDay } from "./return-day";
import { useActionPreview } from "./use-action-preview";
import { useMembershipAction } from "./use-membership-action";

/** An early return, or another end of a freeze. */
export function ReturnDialog({ freeze, ...props }: ActionDialogProps & { freeze: Freeze }) {
  const { organization, membership, reader, onClose } = props;
  const { id, plan_name, member_name, version } = membership;
  const { today, locale } = reader;
  const has_begun = freeze.from_on < today;
  const [to_on, setEnd] = useState(has_begun ? addDays(today, -1) : (freeze.to_on ?? addDays(freeze.from_on, 29)));
  const input = { id, to_on };
  const { errors, ...state } = useActionPreview({
    name: ["return", id, version],
    input: to_on === "" ? null : input,
    ask: (sent, signal) => api(previewReturn, sent, { organization, signal }),
    fields: ["to_on"],
  });
  const day = (date: string) => formatShortDate(date, today, locale);
  const back_on = to_on === "" ? null : addDays(to_on, 1);
  const action = useMembershipAction({
    act: () => api(changeFreezeEnd, input, { organization, if_match: version }),
    said: () => ({ message: `${member_name} returns to ${plan_name} on ${back_on ? day(back_on) : ""}` }),
    onClose,
  });
  const days = to_on >= freeze.from_on && to_on !== "" ? frozenDays({ from_on: freeze.from_on, to_on }) : null;
  const planned = freeze.to_on ? frozenDays({ from_on: freeze.from_on, to_on: freeze.to_on }) : null;
  const instead = planned !== null && planned !== days ? ` instead of ${planned}` : "";
  return (
    <ActionSheet
      title={`Come back early or change the return of ${member_name}`}
      state={state}
      reader={reader}
      reason={days === null ? undefined : `${frozenText(days)} frozen${instead}.`}
      action={action}
      confirm={back_on ? `Return on ${day(back_on)}` : "Return"}
      can_confirm={to_on !== freeze.to_on}
      onClose={onClose}
    >
      <p className="text-ink">
        {freeze.to_on
          ? `${plan_name} is frozen from ${day(freeze.from_on)} to ${day(freeze.to_on)}.`
          : `${plan_name} is frozen from ${day(freeze.from_on)} on, without an end date.`}
      </p>
      {has_begun ? <ReturnDay to_on={to_on} today={today} onChange={setEnd} /> : null}
      <Field label="Last frozen day" error={errors.to_on} className="max-w-60">
        <DayInput value={to_on} min={freeze.from_on} today={today} onValueChange={setEnd} />
      </Field>
      <p aria-live="polite">
        {days !== null && back_on
          ? `${frozenText(days)} frozen${instead}. The first day back is ${day(back_on)}.`
          : null}
      </p>
    </ActionSheet>
  );
}
