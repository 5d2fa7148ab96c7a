"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import { cancelBulk, getBulk, retryBulk } from "@/lib/contracts/messages/notification-bulk";
import { type BulkMessage, isMoving } from "./bulk";

const movingMs = 1_000;
const waitingMs = 15_000;

/** The bulk message as the server has it: read again while it goes out. */
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
      if (isMoving(data)) return data.waits_until ? waitingMs : movingMs;
      // What is done may still be reported as delivered.
      return data.state === "scheduled" || (data.counts.queued ?? 0) + (data.counts.sent ?? 0) > 0 ? waitingMs : false;
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
