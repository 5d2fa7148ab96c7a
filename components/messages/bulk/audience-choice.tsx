"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";

interface AudienceChoiceProps {
  segments: readonly { id: string; name: string }[];
  segment_id: string | null;
  /** The composer with the member filters as its audience. */
  filtersHref: string;
  /** The member filters. The page renders them, because their code is not needed in the browser. */
  children: ReactNode;
}

/** Selects a saved segment or member filters. Both are stored in the URL. */
export function AudienceChoice({ segments, segment_id, filtersHref, children }: AudienceChoiceProps) {
  const router = useRouter();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="ui-label mb-1.5">To</legend>
      {segments.length > 0 ? (
        <Field label="Members">
          <Select
            value={segment_id ?? ""}
            placeholder="Members who match the filters"
            options={segments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) =>
              router.replace(target.value ? `${filtersHref}?segment=${target.value}` : filtersHref, { scroll: false })
            }
          />
        </Field>
      ) : null}
      {segment_id ? null : children}
    </fieldset>
  );
}
