"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import type { Output } from "@/lib/client/endpoint";
import { listStaffNotices, readAllStaffNotices, updateStaffNotice } from "@/lib/client/endpoints/messages";

export type Notice = Output<typeof listStaffNotices>["data"][number];

const pageSize = 20;

/** The notice list. Refetched when the number of unread notices changes. */
export function useNotices(organization: string, unread: number) {
  const client = useQueryClient();
  const toast = useToast();
  const queryKey = ["notices", organization];
  const list = useInfiniteQuery({
    queryKey: [...queryKey, unread],
    queryFn: ({ pageParam, signal }) =>
      api(listStaffNotices, { limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) }, { organization, signal }),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: (before) => before,
  });
  const showError = (error: Error) => toast.show({ tone: "bad", message: error.message });
  const settle = { onSettled: () => client.invalidateQueries({ queryKey }), onError: showError };
  const mark = useMutation({
    mutationFn: ({ id, is_read }: { id: string; is_read: boolean }) =>
      api(updateStaffNotice, { id, is_read }, { organization }),
    ...settle,
  });
  const markAll = useMutation({ mutationFn: () => api(readAllStaffNotices, {}, { organization }), ...settle });
  return { list, mark, markAll };
}
