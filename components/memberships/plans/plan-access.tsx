"use client";

import { Controller } from "react-hook-form";
import { HoursEditor } from "@/components/organization/hours-editor";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import type { OpeningHours } from "@/lib/values/opening-hours";
import type { PlanFieldsProps } from "./plan-fields";

const weekdayMornings: OpeningHours = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [{ opens: "09:00", closes: "16:00" }]]),
);

/** Where and when the plan opens the door. */
export function PlanAccess({ form, values, locations }: Pick<PlanFieldsProps, "form" | "values" | "locations">) {
  const { errors } = form.formState;
  const everywhere = values.location_ids.length === 0;
  return (
    <>
      {locations.length > 1 ? (
        <>
          <RadioGroup
            label="Where"
            name="where"
            look="row"
            value={everywhere ? "all" : "some"}
            onValueChange={(where) =>
              form.setValue("location_ids", where === "all" ? [] : locations.slice(0, 1).map(({ id }) => id))
            }
            options={[
              { value: "all", label: locations.length === 2 ? "Both locations" : `All ${locations.length} locations` },
              { value: "some", label: "Some locations" },
            ]}
            error={errors.location_ids?.message}
          />
          {everywhere ? null : (
            <Controller
              control={form.control}
              name="location_ids"
              render={({ field }) => (
                <div className="-mt-2 flex flex-wrap gap-x-6 gap-y-2">
                  {locations.map(({ id, name }) => (
                    <Checkbox
                      key={id}
                      label={name}
                      checked={field.value.includes(id)}
                      onChange={({ target }) =>
                        field.onChange(target.checked ? [...field.value, id] : field.value.filter((old) => old !== id))
                      }
                    />
                  ))}
                </div>
              )}
            />
          )}
        </>
      ) : null}
      <RadioGroup
        label="When"
        name="when"
        look="row"
        value={values.access_hours ? "some" : "any"}
        onValueChange={(when) => form.setValue("access_hours", when === "any" ? null : weekdayMornings)}
        options={[
          { value: "any", label: "Whenever the location is open" },
          { value: "some", label: "At certain hours" },
        ]}
      />
      {values.access_hours ? (
        <Controller
          control={form.control}
          name="access_hours"
          render={({ field, fieldState }) => (
            <HoursEditor
              legend="Hours of access"
              closed="No access"
              value={field.value ?? {}}
              onValueChange={field.onChange}
              error={fieldState.error?.message}
            />
          )}
        />
      ) : null}
    </>
  );
}
