"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { Input } from "@/lib/contracts/contract";
import { readImport } from "@/lib/contracts/imports/import-rows";
import { checkImport, getImport, runImport, undoImport, updateImport } from "@/lib/contracts/imports/imports";
import { type ImportJob, isMoving } from "./job";

const pollMs = 1_000;

type Answers = Omit<Input<typeof updateImport>, "id">;

/** The import as the server has it: read again while it moves, and changed only by what the server answers. */
export function useImport(organization: string, initial: ImportJob) {
  const client = useQueryClient();
  const key = ["imports", initial.id];
  const input = { id: initial.id };
  const { data: job } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api(getImport, input, { organization, signal }),
    initialData: initial,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? pollMs : false),
  });
  const keep = (next: ImportJob) => client.setQueryData(key, next);
  const step = { onSuccess: keep, onError: () => client.invalidateQueries({ queryKey: key }) };
  // They travel one after the other: neither two answers nor an answer and the check overtake each other.
  const scope = { id: `import-${initial.id}` };
  const answering = ["imports", initial.id, "answers"];
  const answer = useMutation({
    mutationKey: answering,
    scope,
    mutationFn: (answers: Answers) => api(updateImport, { ...input, ...answers }, { organization }),
    onMutate: ({ mapping, options }: Answers) => {
      // Not awaited: a choice that is shown a moment later jumps back under the pointer first.
      void client.cancelQueries({ queryKey: key });
      const shown = client.getQueryData<ImportJob>(key) ?? job;
      keep({ ...shown, mapping: mapping ?? shown.mapping, options: { ...shown.options, ...options } });
    },
    ...step,
    // The server's word on an earlier answer must not take a later one off the screen that is still on its way.
    onSuccess: (next) => {
      if (client.isMutating({ mutationKey: answering }) === 1) keep(next);
    },
  });
  const check = useMutation({ scope, mutationFn: () => api(checkImport, input, { organization }), ...step });
  const run = useMutation({
    mutationFn: (terms: { send_welcome?: boolean }) => api(runImport, { ...input, ...terms }, { organization }),
    ...step,
  });
  const undo = useMutation({ mutationFn: () => api(undoImport, input, { organization }), ...step });
  return { job, answer, check, run, undo };
}

export type ImportControls = ReturnType<typeof useImport>;

/** Follows the columns: what is open depends on what they are. */
export function useReading(organization: string, job: ImportJob) {
  return useQuery({
    queryKey: ["imports", job.id, "reading", job.version],
    queryFn: ({ signal }) => api(readImport, { id: job.id }, { organization, signal }),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
