"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "@/lib/client/api";
import { listCheckIns } from "@/lib/contracts/access/check-ins";
import { getOccupancy, type Occupancy } from "@/lib/contracts/access/occupancy";
import type { DeskPlace, DeskStart, Scan } from "./desk-types";
import { useLive } from "./use-live";

const shown = 8;

/** Who came last and how many are inside, kept current by the live stream and read again after every gap. */
export function useFeed(
  { organization: { slug: organization }, location: { id: location_id } }: DeskPlace,
  start: DeskStart,
) {
  const client = useQueryClient();
  const occupancyKey = ["desk", "occupancy", location_id];
  const scansKey = ["desk", "scans", location_id];

  const occupancy = useQuery({
    queryKey: occupancyKey,
    queryFn: async ({ signal }) => {
      const [room] = (await api(getOccupancy, { location_id }, { organization, signal })).data;
      return room ?? start.occupancy;
    },
    initialData: start.occupancy,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const scans = useQuery({
    queryKey: scansKey,
    queryFn: async ({ signal }) =>
      (await api(listCheckIns, { location_id, limit: shown, include_undone: true }, { organization, signal })).data,
    initialData: start.scans,
    staleTime: Number.POSITIVE_INFINITY,
  });

  const setInside = (now: Partial<Occupancy>) =>
    client.setQueryData<Occupancy>(occupancyKey, (before) => before && { ...before, ...now });
  const setScan = (scan: Scan) =>
    client.setQueryData<Scan[]>(scansKey, (before = []) =>
      [scan, ...before.filter(({ id }) => id !== scan.id)]
        .sort((a, b) => (a.check_in_at < b.check_in_at ? 1 : -1))
        .slice(0, shown),
    );
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: ["desk"] }), [client]);

  const downSince = useLive(
    { organization, location_id },
    { onOccupancy: setInside, onVisit: setScan, onGap: refresh },
  );
  return { occupancy: occupancy.data, scans: scans.data, downSince, refresh, setInside, setScan };
}
