"use client";

import { Dialog } from "@/components/ui/overlays/dialog";
import type { LocaleContext } from "@/lib/client/format";
import { NoticeList } from "./notice-list";

interface NoticeDialogProps {
  organization: string;
  unread: number;
  localeContext: LocaleContext;
  onClose: () => void;
}

/** The notice list as a dialog, for the front desk. */
export function NoticeDialog({ organization, unread, localeContext, onClose }: NoticeDialogProps) {
  return (
    <Dialog open onClose={onClose} title="Notices">
      <NoticeList organization={organization} unread={unread} localeContext={localeContext} onLeave={onClose} />
    </Dialog>
  );
}
