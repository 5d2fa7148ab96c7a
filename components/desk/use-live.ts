"use client";

import { useEffect, useRef, useState } from "react";
import { deviceNow } from "@/lib/client/clock";
import type { LiveEvents } from "@/lib/contracts/live";

type Handlers = {
  onOccupancy: (data: LiveEvents["occupancy"]) => void;
  onVisit: (data: LiveEvents["visit"]) => void;
  /** Something may have been missed. */
  onGap: () => void;
};

const retryMs = 3_000;

/**
 * Follows one location. The browser itself reconnects a stream that broke; one that was refused (a session that ended, a
 * server that restarts behind a proxy) it gives up, so that is begun anew here. Tells since when the line is down.
 */
export function useLive({ organization, location_id }: { organization: string; location_id: string }, on: Handlers) {
  const [downSince, setDownSince] = useState<number | null>(null);
  const handlers = useRef(on);
  handlers.current = on;

  useEffect(() => {
    let stream: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const down = () => setDownSince((since) => since ?? deviceNow());
    const connect = () => {
      clearTimeout(timer);
      stream?.close();
      stream = new EventSource(`/api/v1/live?${new URLSearchParams({ organization, location_id })}`);
      stream.addEventListener("open", () => {
        setDownSince(null);
        handlers.current.onGap();
      });
      stream.addEventListener("error", () => {
        down();
        if (stream?.readyState === EventSource.CLOSED) timer = setTimeout(connect, retryMs);
      });
      stream.addEventListener("occupancy", (event) => handlers.current.onOccupancy(JSON.parse(event.data)));
      stream.addEventListener("visit", (event) => handlers.current.onVisit(JSON.parse(event.data)));
      stream.addEventListener("refresh", () => handlers.current.onGap());
    };
    connect();
    addEventListener("offline", down);
    addEventListener("online", connect);
    return () => {
      clearTimeout(timer);
      stream?.close();
      removeEventListener("offline", down);
      removeEventListener("online", connect);
    };
  }, [organization, location_id]);

  return downSince;
}
