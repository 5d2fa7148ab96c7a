"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/controls/button";
import { CopyButton } from "@/components/ui/controls/copy-button";
import { Dialog } from "@/components/ui/overlays/dialog";
import { QrPicture } from "./qr-picture";

interface NewCardDialogProps {
  organization: string;
  member: { id: string; first_name: string };
  code: string;
  onClose: () => void;
}

/** The one moment in which the code is known. The printing page gets it behind a #, which no server and no log sees. */
export function NewCardDialog({ organization, member, code, onClose }: NewCardDialogProps) {
  const print = () => window.open(`/manage/${organization}/members/${member.id}/card#${code}`, "_blank", "noopener");
  return (
    <Dialog
      open
      onClose={onClose}
      title={`A card for ${member.first_name}`}
      actions={
        <>
          <Button onClick={onClose}>Done</Button>
          <Button variant="primary" icon={<Printer aria-hidden="true" />} onClick={print}>
            Print the card
          </Button>
        </>
      }
    >
      <p>
        Print it now: the code is shown this once and cannot be looked up again. A new card can be issued at any time.
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-5">
        <QrPicture code={code} className="size-36 rounded-control border" />
        <div>
          <p className="text-20 text-ink tracking-tight">{code.replace(/(\d{4})(?=\d)/g, "$1 ")}</p>
          <p className="mt-2">
            <CopyButton size="sm" text={code} label="Copy the code" />
          </p>
        </div>
      </div>
    </Dialog>
  );
}
