"use client";

import { Dialog } from "@/components/ui/overlays/dialog";
import type { Place } from "@/lib/client/format";
import { NoticeList } from "./notice-list";

interface NoticeDialogProps {
  organization: string;
  unread: number;
  place: Place;
  onClose: () => void;
}

/** The same list where there is no room for a bell. */
export function NoticeDialog({ organization, unread, place, onClose }: NoticeDialogProps) {
  return (
    <Dialog open onClose={onClose} title="What you should know">
      <NoticeList organization={organization} unread={unread} place={place} onLeave={onClose} />
    </Dialog>
  );
}
