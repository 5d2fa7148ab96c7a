import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { api } from "@/lib/client/api";
import { previewTemplate } from "@/lib/client/endpoints/messages";
import type { ComposerValues } from "./composer-values";

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
