"use client";
import { Controller } from "react-hook-form";
import { HoursEditor } from "@/components/organization/hours-editor";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { counted } from "@/lib/values/counted";
import type { OpeningHours } from "@/lib/values/opening-hours";
import type { PlanFieldsProps } from "./plan-fields";

const weekdayMornings: OpeningHours = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [{ opens: "09:00", closes: "16:00" }]]),
);

/** The locations and hours of access of a plan. */
export function PlanAccess({ form, values, locations }: Pick<PlanFieldsProps, "form" | "values" | "locations">) {
  const { errors } = form.formState;
  const allLocations = values.location_ids.length === 0;
  return (
    <>
      {locations.length > 1 ? (
        <>
          <RadioGroup
            label="Locations"
            name="where"
            look="row"
            value={allLocations ? "all" : "some"}
            onValueChange={(where) =>
              form.setValue("location_ids", where === "all" ? [] : locations.slice(0, 1).map(({ id }) => id))
            }
            options={[
              {
                value: "all",
                label: locations.length === 2 ? "Both locations" : `All ${counted(locations.length, "location")}`,
              },
              { value: "some", label: "Selected locations" },
            ]}
            error={errors.location_ids?.message}
          />
          {allLocations ? null : (
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
        label="Access hours"
        name="when"
        look="row"
        value={values.access_hours ? "some" : "any"}
        onValueChange={(when) => form.setValue("access_hours", when === "any" ? null : weekdayMornings)}
        options={[
          { value: "any", label: "All opening hours" },
          { value: "some", label: "Selected hours" },
        ]}
      />
      {values.access_hours ? (
        <Controller
          control={form.control}
          name="access_hours"
          render={({ field, fieldState }) => (
            <HoursEditor
              legend="Access hours"
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
