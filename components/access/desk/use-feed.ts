"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "@/lib/client/api";
import { listCheckIns } from "@/lib/contracts/access/check-ins";
import { getOccupancy, type Occupancy } from "@/lib/contracts/access/occupancy";
import type { DeskContext, DeskInitialData, Scan } from "./desk-types";
import { useLive } from "./use-live";

const recentScans = 8;

/** The recent scans and the occupancy. Updated by the live stream and refetched after every connection gap. */
export function useFeed(
  { organization: { slug: organization }, location: { id: location_id } }: DeskContext,
  initial: DeskInitialData,
) {
  const client = useQueryClient();
  const occupancyKey = ["desk", "occupancy", location_id];
  const scansKey = ["desk", "scans", location_id];

  const occupancy = useQuery({
    queryKey: occupancyKey,
    queryFn: async ({ signal }) => {
      const [current] = (await api(getOccupancy, { location_id }, { organization, signal })).data;
      return current ?? initial.occupancy;
    },
    initialData: initial.occupancy,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const scans = useQuery({
    queryKey: scansKey,
    queryFn: async ({ signal }) =>
      (await api(listCheckIns, { location_id, limit: recentScans, include_undone: true }, { organization, signal }))
        .data,
    initialData: initial.scans,
    staleTime: Number.POSITIVE_INFINITY,
  });

  const setInside = (now: Partial<Occupancy>) =>
    client.setQueryData<Occupancy>(occupancyKey, (before) => before && { ...before, ...now });
  const setScan = (scan: Scan) =>
    client.setQueryData<Scan[]>(scansKey, (before = []) =>
      [scan, ...before.filter(({ id }) => id !== scan.id)]
        .sort((a, b) => (a.check_in_at < b.check_in_at ? 1 : -1))
        .slice(0, recentScans),
    );
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: ["desk"] }), [client]);

  const downSince = useLive(
    { organization, location_id },
    { onOccupancy: setInside, onVisit: setScan, onGap: refresh },
  );
  return { occupancy: occupancy.data, scans: scans.data, downSince, refresh, setInside, setScan };
}
