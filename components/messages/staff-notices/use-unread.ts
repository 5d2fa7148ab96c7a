"use client";

import { useEffect, useState } from "react";
import { followLive } from "@/lib/client/live-stream";

/** The number of unread notices of the signed-in user, from the live stream. */
export function useUnread(organization: string, location_id?: string): number {
  const [unread, setUnread] = useState(0);
  useEffect(
    () =>
      followLive(
        { organization, ...(location_id ? { location_id } : {}) },
        { on: { notice: (notice) => setUnread(notice.unread) } },
      ),
    [organization, location_id],
  );
  return unread;
}
