"use client";

import { useRouter } from "next/navigation";
import { type Chip, FilterBar } from "@/components/ui/filters/filter-bar";
import type { FilterField } from "@/components/ui/filters/filter-menu";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";

interface AudienceChoiceProps {
  segments: readonly { id: string; name: string }[];
  segment_id: string | null;
  /** The composer for whoever the member list finds. */
  filtersHref: string;
  chips: readonly Chip[];
  fields: readonly FilterField[];
}

/** A saved segment, or the member list's filters; both stand in the address. */
export function AudienceChoice({ segments, segment_id, filtersHref, chips, fields }: AudienceChoiceProps) {
  const router = useRouter();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="ui-label mb-1.5">To</legend>
      {segments.length > 0 ? (
        <Field label="Members">
          <Select
            value={segment_id ?? ""}
            placeholder="Whoever these filters find"
            options={segments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) =>
              router.replace(target.value ? `${filtersHref}?segment=${target.value}` : filtersHref, { scroll: false })
            }
          />
        </Field>
      ) : null}
      {segment_id ? null : (
        <FilterBar inline chips={chips} fields={fields}>
          {chips.length === 0 ? <span className="text-ink-2">All members</span> : null}
        </FilterBar>
      )}
    </fieldset>
  );
}
