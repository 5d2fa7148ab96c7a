"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "@/lib/client/api";
import { listMembers } from "@/lib/client/endpoints/members";

const shown = 6;
const quietMs = 120;
const fewest = 2;

/** A8: nobody is listed before something was typed. */
export function useSearch(organization: string, typed: string) {
  const term = useQuiet(typed.trim());
  const enabled = term.length >= fewest;
  const query = useQuery({
    queryKey: ["desk", "search", organization, term],
    queryFn: ({ signal }) => api(listMembers, { q: term, limit: shown }, { organization, signal }),
    enabled,
    placeholderData: keepPreviousData,
  });
  return {
    members: enabled && typed.trim().length >= fewest ? (query.data?.data ?? []) : [],
    isSettled: enabled && term === typed.trim() && query.isFetched && !query.isPlaceholderData,
    error: enabled ? query.error : null,
  };
}

export type Found = ReturnType<typeof useSearch>["members"][number];

function useQuiet(value: string): string {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), quietMs);
    return () => clearTimeout(timer);
  }, [value]);
  return quiet;
}
