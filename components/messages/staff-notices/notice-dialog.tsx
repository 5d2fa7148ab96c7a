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

/** The notice list as a dialog, for the front desk. */
export function NoticeDialog({ organization, unread, place, onClose }: NoticeDialogProps) {
  return (
    <Dialog open onClose={onClose} title="Notices">
      <NoticeList organization={organization} unread={unread} place={place} onLeave={onClose} />
    </Dialog>
  );
}
