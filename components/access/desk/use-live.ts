"use client";

import { useEffect, useRef, useState } from "react";
import { deviceNow } from "@/lib/client/clock";
import { followLive } from "@/lib/client/live-stream";
import type { LiveEvents } from "@/lib/contracts/platform/live";

type Handlers = {
  onOccupancy: (data: LiveEvents["occupancy"]) => void;
  onVisit: (data: LiveEvents["visit"]) => void;
  /** Called when events may have been missed. */
  onGap: () => void;
};

/** Subscribes to the live stream of a location. Returns the time since when the connection is down, or null. */
export function useLive({ organization, location_id }: { organization: string; location_id: string }, on: Handlers) {
  const [downSince, setDownSince] = useState<number | null>(null);
  const handlers = useRef(on);
  handlers.current = on;

  useEffect(
    () =>
      followLive(
        { organization, location_id },
        {
          on: {
            occupancy: (data) => handlers.current.onOccupancy(data),
            visit: (data) => handlers.current.onVisit(data),
            refresh: () => handlers.current.onGap(),
          },
          onOpen: () => {
            setDownSince(null);
            handlers.current.onGap();
          },
          onDown: () => setDownSince((since) => since ?? deviceNow()),
        },
      ),
    [organization, location_id],
  );

  return downSince;
}
