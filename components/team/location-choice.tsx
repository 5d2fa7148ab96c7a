"use client";

import { Checkbox } from "@/components/ui/forms/checkbox";
import type { StaffLocation } from "./staff-location";

interface LocationChoiceProps {
  locations: readonly StaffLocation[];
  /** Empty for all locations. */
  value: readonly string[];
  onValueChange: (ids: string[]) => void;
  /** False for users who are bound to locations and so cannot grant all of them. */
  allowAll: boolean;
  error?: string | undefined;
}

export function LocationChoice({ locations, value, onValueChange, allowAll, error }: LocationChoiceProps) {
  if (locations.length < 2 && allowAll) return null;
  const toggle = (id: string, on: boolean) => onValueChange(on ? [...value, id] : value.filter((old) => old !== id));
  return (
    <fieldset className="ui-field">
      <legend className="ui-label mb-1.5">Locations</legend>
      <div className="flex flex-col gap-2">
        {allowAll ? (
          <Checkbox
            label="All locations, including future ones"
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
