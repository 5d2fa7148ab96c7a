"use client";

import { api } from "@/lib/client/api";
import { updatePreferences } from "@/lib/client/endpoints/messages";
import { formatDay, formatExact, type LocaleContext } from "@/lib/client/format";
import { dayAt } from "@/lib/values/calendar-day";
import { AddressList } from "./address-list";
import { PreferenceMatrix } from "./preference-matrix";
import { sourceLabels } from "./preference-words";
import type { Choice, Preferences } from "./preferences";
import { PreferredFields } from "./preferred-fields";
import { usePreferences } from "./use-preferences";

interface MemberPreferencesProps {
  organization: string;
  preferences: Preferences;
  localeContext: LocaleContext;
  mayChange: boolean;
  mayLift: boolean;
}

/** A member's message preferences for staff, with the source and the date of each choice. */
export function MemberPreferences(props: MemberPreferencesProps) {
  const { organization, preferences, localeContext, mayChange, mayLift } = props;
  const { shown, change } = usePreferences(preferences, (changes) =>
    api(updatePreferences, { id: preferences.member_id, ...changes }, { organization }),
  );
  const note = ({ source, changed_at }: Choice) =>
    source && changed_at ? (
      <span className="text-11 text-ink-3" title={formatExact(changed_at, localeContext)}>
        {sourceLabels[source]}, {formatDay(dayAt(changed_at, localeContext.time_zone), localeContext)}
      </span>
    ) : null;
  return (
    <div className="flex max-w-[44rem] flex-col gap-4">
      <AddressList
        organization={organization}
        addresses={preferences.addresses}
        localeContext={localeContext}
        mayLift={mayLift}
      />
      <PreferenceMatrix
        preferences={shown}
        onChange={mayChange ? (choice) => change({ choices: [choice] }) : null}
        note={note}
      />
      <PreferredFields preferences={shown} onChange={change} disabled={!mayChange} />
    </div>
  );
}
