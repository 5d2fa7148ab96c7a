"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { ComboOption } from "@/components/ui/forms/combobox";
import { Nothing } from "@/components/ui/overlays/nothing";
import type { BulkPreview } from "./bulk";
import type { ComposerValues } from "./composer-values";

/** Loaded with the first letter of the message: before it there is no preview, for no member. */
const WrittenPreview = dynamic(() => import("./written-preview").then((module) => module.WrittenPreview), {
  loading: Nothing,
});

interface BulkTextPreviewProps {
  organization: string;
  values: ComposerValues;
  /** The text as the first recipient gets it. */
  sample: BulkPreview["sample"];
}

export function BulkTextPreview({ organization, values, sample }: BulkTextPreviewProps) {
  const [member, setMember] = useState<ComboOption | null>(null);
  return (
    <section aria-label="Preview" className="flex flex-col gap-2">
      <h2 className="font-strong text-ink">Preview</h2>
      {values.body.trim() === "" ? (
        <p className="text-ink-3">Write a message to see a preview.</p>
      ) : (
        <WrittenPreview
          organization={organization}
          values={values}
          sample={sample}
          member={member}
          onMemberChange={setMember}
        />
      )}
    </section>
  );
}
