"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { api } from "@/lib/client/api";
import type { Input } from "@/lib/client/endpoint";
import { previewBulk } from "@/lib/client/endpoints/messages";
import { type ComposerValues, toPreviewInput } from "./composer-values";

export type Audience = Pick<Input<typeof previewBulk>, "segment_id" | "filters">;

export function useBulkPreview(organization: string, audience: Audience, values: ComposerValues, time_zone: string) {
  const { name: _, content_sid: __, ...written } = values;
  const input = useDebouncedValue({ audience, written, time_zone });
  return useQuery({
    queryKey: ["bulk-preview", organization, input],
    queryFn: async ({ signal }) =>
      api(
        previewBulk,
        { ...input.audience, ...(await toPreviewInput(input.written, input.time_zone)) },
        { organization, signal },
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
