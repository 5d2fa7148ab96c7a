"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { LiveDot } from "@/components/ui/data/live-dot";
import { subscribeLive } from "@/lib/client/live-stream";

const quietMs = 2_000;

interface LiveRefreshProps {
  organization: string;
  location_id?: string | undefined;
  /** "5:42 pm", when the figures of the page were read. */
  as_of: string;
}

/** Reads the page again when somebody comes or goes; says when the figures may be old. */
export function LiveRefresh({ organization, location_id, as_of }: LiveRefreshProps) {
  const router = useRouter();
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    const refresh = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        router.refresh();
      }, quietMs);
    };
    const leave = subscribeLive(
      { organization, ...(location_id ? { location_id } : {}) },
      {
        on: { visit: refresh, refresh },
        onOpen: () => {
          setIsLive(true);
          // After a gap the figures may be old.
          if (!isFirst) refresh();
          isFirst = false;
        },
        onDown: () => setIsLive(false),
      },
    );
    return () => {
      clearTimeout(waiting);
      leave();
    };
  }, [organization, location_id, router]);
  return <LiveDot state={isLive ? "live" : "stale"}>{isLive ? `Live · ${as_of}` : `As of ${as_of}`}</LiveDot>;
}
