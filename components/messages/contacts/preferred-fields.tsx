"use client";

import { channelLabels } from "@/components/messages/notifications/message-labels";
import { languageLabels } from "@/components/messages/templates/template";
import type { ButtonSize } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import { channels } from "@/lib/values/delivery";
import { languages } from "@/lib/values/notifications";
import type { PreferenceChange, Preferences } from "./preferences";

interface PreferredFieldsProps {
  preferences: Preferences;
  onChange: (change: PreferenceChange) => void;
  size?: ButtonSize;
  disabled?: boolean;
}

export function PreferredFields({ preferences, onChange, size = "md", disabled }: PreferredFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Preferred channel">
        <Select
          size={size}
          disabled={disabled}
          value={preferences.preferred_channel ?? ""}
          placeholder="No preference"
          options={channels.map((value) => ({ value, label: channelLabels[value] }))}
          onChange={({ target }) =>
            onChange({ preferred_channel: channels.find((value) => value === target.value) ?? null })
          }
        />
      </Field>
      <Field label="Language">
        <Select
          size={size}
          disabled={disabled}
          value={preferences.language ?? ""}
          placeholder="Default of the gym"
          options={languages.map((value) => ({ value, label: languageLabels[value] }))}
          onChange={({ target }) => onChange({ language: languages.find((value) => value === target.value) ?? null })}
        />
      </Field>
    </div>
  );
}
