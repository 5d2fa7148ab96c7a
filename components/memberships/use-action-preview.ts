"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { errorsByField, type FormErrors } from "@/components/ui/forms/errors-by-field";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import type { Preview } from "./membership";

export interface ActionPreviewState<Shown = Preview> {
  preview: Shown | undefined;
  /** True while the preview belongs to the choice that is shown. */
  is_current: boolean;
  /** True if the server refuses the choice. */
  is_refused: boolean;
  /** Why, unless it belongs to a field. */
  refusal: string | undefined;
}

interface Options<Input, Name extends string, Shown> {
  /** The action and the version of the membership. */
  name: readonly (string | number)[];
  /** Null while the choice is incomplete. */
  input: Input | null;
  ask: (input: Input, signal: AbortSignal) => Promise<Shown>;
  /** Fields that show their own errors. */
  fields?: readonly Name[];
}

/** The server's preview of an action, updated while the choice changes. */
export function useActionPreview<Input, Name extends string = never, Shown = Preview>(
  options: Options<Input, Name, Shown>,
) {
  const { name, input, ask, fields = [] } = options;
  const settled = useDebouncedValue(input, 250);
  const query = useQuery({
    queryKey: ["membership-preview", ...name, settled],
    queryFn: settled === null ? skipToken : ({ signal }) => ask(settled, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const is_settled = input !== null && JSON.stringify(input) === JSON.stringify(settled);
  const errors: FormErrors<Name> = is_settled && query.error ? errorsByField(query.error, fields) : {};
  const state: ActionPreviewState<Shown> = {
    preview: query.data,
    is_current: is_settled && query.isSuccess && !query.isPlaceholderData,
    is_refused: is_settled && query.isError,
    refusal: errors.root,
  };
  return { ...state, errors };
}
