"use client";

import { api } from "@/lib/client/api";
import { updateOwnPreferences } from "@/lib/client/endpoints/messages";
import { PreferenceMatrix } from "./preference-matrix";
import type { Preferences } from "./preferences";
import { PreferredFields } from "./preferred-fields";
import { usePreferences } from "./use-preferences";

interface OwnPreferencesProps {
  organization: string;
  preferences: Preferences;
}

/** The member's own message preferences. */
export function OwnPreferences({ organization, preferences }: OwnPreferencesProps) {
  const { shown, change } = usePreferences(preferences, (changes) =>
    api(updateOwnPreferences, changes, { organization }),
  );
  return (
    <div className="flex flex-col gap-4">
      <PreferenceMatrix preferences={shown} onChange={(choice) => change({ choices: [choice] })} />
      <PreferredFields preferences={shown} onChange={change} size="touch" />
    </div>
  );
}
