"use client";

import { useState } from "react";
import { MemberChoice } from "@/components/messages/templates/member-choice";
import { SegmentCount } from "@/components/messages/templates/segment-count";
import { TextPreview } from "@/components/messages/templates/text-preview";
import { variableLabel } from "@/components/messages/templates/variable-words";
import { Callout } from "@/components/ui/data/callout";
import type { ComboOption } from "@/components/ui/forms/combobox";
import type { BulkPreview } from "./bulk";
import type { ComposerValues } from "./composer-values";
import { useMemberPreview } from "./use-preview";

interface BulkTextPreviewProps {
  organization: string;
  values: ComposerValues;
  /** The text as the first recipient gets it. */
  sample: BulkPreview["sample"];
}

export function BulkTextPreview({ organization, values, sample }: BulkTextPreviewProps) {
  const [member, setMember] = useState<ComboOption | null>(null);
  const chosen = useMemberPreview(organization, member?.value ?? null, values);
  const text = member ? chosen.data : sample;
  const isEmpty = values.body.trim() === "";
  return (
    <section aria-label="Preview" className="flex flex-col gap-2">
      <h2 className="font-strong text-ink">Preview</h2>
      <MemberChoice
        organization={organization}
        label="Preview as another member"
        value={member}
        onValueChange={setMember}
      />
      {isEmpty ? (
        <p className="text-ink-3">Write a message to see a preview.</p>
      ) : text ? (
        <>
          {member || !sample ? null : <p className="text-ink-3">To {sample.to_name}</p>}
          {chosen.data && member && chosen.data.missing.length > 0 ? (
            <Callout tone="warn" title="Message will be held">
              Missing for {member.label}: {chosen.data.missing.map(variableLabel).join(", ").toLowerCase()}.
            </Callout>
          ) : null}
          <TextPreview text={text} />
          <SegmentCount segments={text.segments} />
        </>
      ) : (
        <p className="text-ink-3">No recipients yet.</p>
      )}
    </section>
  );
}
