"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { Input } from "@/lib/client/endpoint";
import {
  checkImport,
  getImport,
  readImport,
  runImport,
  undoImport,
  updateImport,
} from "@/lib/client/endpoints/imports";
import { type ImportJob, isMoving } from "./job";

const pollMs = 1_000;

type Answers = Omit<Input<typeof updateImport>, "id">;

/** The import, polled while it is checked or running. Changes come from the server's responses. */
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
  const store = (next: ImportJob) => client.setQueryData(key, next);
  const step = { onSuccess: store, onError: () => client.invalidateQueries({ queryKey: key }) };
  // One scope: requests run one after the other, so that neither answers nor the check overtake each other.
  const scope = { id: `import-${initial.id}` };
  const answering = ["imports", initial.id, "answers"];
  const answer = useMutation({
    mutationKey: answering,
    scope,
    mutationFn: (answers: Answers) => api(updateImport, { ...input, ...answers }, { organization }),
    onMutate: ({ mapping, options }: Answers) => {
      // Not awaited: otherwise the control would show the old value for a moment.
      void client.cancelQueries({ queryKey: key });
      const shown = client.getQueryData<ImportJob>(key) ?? job;
      store({ ...shown, mapping: mapping ?? shown.mapping, options: { ...shown.options, ...options } });
    },
    ...step,
    // The response to an earlier answer must not overwrite a later answer that is still pending.
    onSuccess: (next) => {
      if (client.isMutating({ mutationKey: answering }) === 1) store(next);
    },
  });
  const check = useMutation({ scope, mutationFn: () => api(checkImport, input, { organization }), ...step });
  const run = useMutation({
    mutationFn: (terms: { send_welcome?: boolean; send_invitations?: boolean }) =>
      api(runImport, { ...input, ...terms }, { organization }),
    ...step,
  });
  const undo = useMutation({ mutationFn: () => api(undoImport, input, { organization }), ...step });
  return { job, answer, check, run, undo };
}

export type ImportControls = ReturnType<typeof useImport>;

/** The reading of the file. Depends on the column mapping, so it is refetched with every version. */
export function useReading(organization: string, job: ImportJob) {
  return useQuery({
    queryKey: ["imports", job.id, "reading", job.version],
    queryFn: ({ signal }) => api(readImport, { id: job.id }, { organization, signal }),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
