"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import { cancelBulk, getBulk, retryBulk } from "@/lib/client/endpoints/messages";
import { type BulkMessage, isMoving } from "./bulk";

const activePollMs = 1_000;
const idlePollMs = 15_000;

/** The bulk message, polled while it is being sent. */
export function useBulk(organization: string, initial: BulkMessage) {
  const client = useQueryClient();
  const key = ["bulk", initial.id];
  const { data: bulk } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api(getBulk, { id: initial.id }, { organization, signal }),
    initialData: initial,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => {
      if (!data) return false;
      if (isMoving(data)) return data.waits_until ? idlePollMs : activePollMs;
      // Delivery reports can arrive after sending is done.
      return data.state === "scheduled" || (data.counts.queued ?? 0) + (data.counts.sent ?? 0) > 0 ? idlePollMs : false;
    },
  });
  const cancel = useMutation({
    mutationFn: () => api(cancelBulk, { id: initial.id }, { organization }),
    onSuccess: (next) => client.setQueryData(key, next),
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
  const retry = useMutation({
    mutationFn: () => api(retryBulk, { id: initial.id }, { organization }),
    onSuccess: (next) => client.setQueryData(key, next),
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
  return { bulk, cancel, retry };
}
