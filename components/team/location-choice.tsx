"use client";

import { Checkbox } from "@/components/ui/forms/checkbox";
import type { WorkPlace } from "./workplace";

interface LocationChoiceProps {
  locations: readonly WorkPlace[];
  /** Empty: everywhere. */
  value: readonly string[];
  onValueChange: (ids: string[]) => void;
  /** False for somebody who is bound to some locations and so cannot give all. */
  allowAll: boolean;
  error?: string | undefined;
}

export function LocationChoice({ locations, value, onValueChange, allowAll, error }: LocationChoiceProps) {
  if (locations.length < 2 && allowAll) return null;
  const toggle = (id: string, on: boolean) => onValueChange(on ? [...value, id] : value.filter((old) => old !== id));
  return (
    <fieldset className="ui-field">
      <legend className="ui-label mb-1.5">Works at</legend>
      <div className="flex flex-col gap-2">
        {allowAll ? (
          <Checkbox
            label="Every location, also those that open later"
            checked={value.length === 0}
            onChange={({ target }) => onValueChange(target.checked ? [] : locations.slice(0, 1).map(({ id }) => id))}
          />
        ) : null}
        {value.length > 0 || !allowAll ? (
          <div className="ml-6 flex flex-wrap gap-x-6 gap-y-2">
            {locations.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={value.includes(id)}
                onChange={({ target }) => toggle(id, target.checked)}
              />
            ))}
          </div>
        ) : null}
      </div>
      {error ? <p className="ui-error mt-1.5">{error}</p> : null}
    </fieldset>
  );
}
