"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/controls/button";
import { CopyButton } from "@/components/ui/controls/copy-button";
import { Dialog } from "@/components/ui/overlays/dialog";
import { CardQrCode } from "./card-qr-code";

interface NewCardDialogProps {
  organization: string;
  member: { id: string; first_name: string };
  code: string;
  onClose: () => void;
}

/** The only time the code is shown. The print page gets it in the URL fragment, which browsers do not send to the server. */
export function NewCardDialog({ organization, member, code, onClose }: NewCardDialogProps) {
  const print = () => window.open(`/manage/${organization}/members/${member.id}/card#${code}`, "_blank", "noopener");
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Card for ${member.first_name}`}
      actions={
        <>
          <Button onClick={onClose}>Done</Button>
          <Button variant="primary" icon={<Printer aria-hidden="true" />} onClick={print}>
            Print card
          </Button>
        </>
      }
    >
      <p>
        Print it now. The code is shown only once and cannot be retrieved later. You can issue a new card at any time.
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-5">
        <CardQrCode code={code} className="size-36 rounded-control border" />
        <div>
          <p className="text-20 text-ink tracking-tight">{code.replace(/(\d{4})(?=\d)/g, "$1 ")}</p>
          <p className="mt-2">
            <CopyButton size="sm" text={code} label="Copy code" />
          </p>
        </div>
      </div>
    </Dialog>
  );
}
