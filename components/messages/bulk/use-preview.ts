"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { api } from "@/lib/client/api";
import type { Input } from "@/lib/client/endpoint";
import { previewBulk, previewTemplate } from "@/lib/client/endpoints/messages";
import { type ComposerValues, toPreviewInput } from "./composer-values";

export type Audience = Pick<Input<typeof previewBulk>, "segment_id" | "filters">;

export function useBulkPreview(organization: string, audience: Audience, values: ComposerValues, time_zone: string) {
  const input = useDebouncedValue({ ...audience, ...toPreviewInput(values, time_zone) });
  return useQuery({
    queryKey: ["bulk-preview", organization, input],
    queryFn: ({ signal }) => api(previewBulk, input, { organization, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** The text with the variables of one selected member. */
export function useMemberPreview(organization: string, member_id: string | null, values: ComposerValues) {
  const { channel, category, subject = "", body } = values;
  const input = useDebouncedValue({ channel, category, subject, body, member_id: member_id ?? "" });
  return useQuery({
    queryKey: ["text-preview", organization, input],
    queryFn: ({ signal }) => api(previewTemplate, input, { organization, signal }),
    enabled: input.member_id !== "" && input.body.trim() !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
}
