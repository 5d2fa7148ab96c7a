"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Callout } from "@/components/ui/data/callout";
import { Skeleton } from "@/components/ui/data/skeleton";
import type { ComboOption } from "@/components/ui/forms/combobox";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { api } from "@/lib/client/api";
import { previewTemplate } from "@/lib/client/endpoints/messages";
import { firstErrorMessage } from "./first-error-message";
import { MemberChoice } from "./member-choice";
import { SegmentCount } from "./segment-count";
import type { Template } from "./template";
import type { TemplateValues } from "./template-form";
import { TextPreview } from "./text-preview";
import { variableLabel } from "./variable-words";

interface TemplatePreviewProps {
  organization: string;
  template: Template;
  values: TemplateValues;
}

export function TemplatePreview({ organization, template, values }: TemplatePreviewProps) {
  const { kind, channel, language } = template;
  const [member, setMember] = useState<ComboOption | null>(null);
  const { subject = "", body } = values;
  const input = useDebouncedValue({
    kind,
    channel,
    language,
    subject,
    body,
    ...(member && { member_id: member.value }),
  });
  const preview = useQuery({
    queryKey: ["text-preview", organization, input],
    queryFn: ({ signal }) => api(previewTemplate, input, { organization, signal }),
    enabled: input.body.trim() !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <aside
      aria-label="Preview"
      className="flex flex-col gap-3 border-line bg-surface-2 px-gutter py-5 max-lg:border-t lg:border-l"
    >
      <h2 className="font-strong text-ink">Preview</h2>
      <MemberChoice organization={organization} label="Preview as a member" value={member} onValueChange={setMember} />
      {preview.error ? (
        <Callout tone="bad" role="alert">
          {firstErrorMessage(preview.error)}
        </Callout>
      ) : null}
      {preview.data ? (
        <>
          {preview.data.missing.length > 0 ? (
            <Callout tone="warn" title="Message will be held">
              Missing{member ? ` for ${member.label}` : ""}:{" "}
              {preview.data.missing.map(variableLabel).join(", ").toLowerCase()}.
            </Callout>
          ) : null}
          <TextPreview text={preview.data} />
          <SegmentCount segments={preview.data.segments} />
        </>
      ) : preview.error ? null : (
        <Skeleton className="h-40 w-full" />
      )}
    </aside>
  );
}
