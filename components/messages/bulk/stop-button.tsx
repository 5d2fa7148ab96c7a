"use client";
import type { UseMutationResult } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Dialog } from "@/components/ui/overlays/dialog";
import { counted } from "@/lib/values/counted";
import { type BulkMessage, memberCountText, processedCount } from "./bulk";

interface StopButtonProps {
  bulk: BulkMessage;
  cancel: UseMutationResult<BulkMessage, Error, void>;
  locale: string;
}

/** Stopping cannot be undone, so the dialog shows the number of remaining recipients first. */
export function StopButton({ bulk, cancel, locale }: StopButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
    cancel.reset();
  };
  const { recipients, counts, state } = bulk;
  const remaining = recipients - processedCount(bulk);
  const sent = (counts.sent ?? 0) + (counts.delivered ?? 0);
  return (
    <>
      <Button icon={<Ban aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Stop sending
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={`Stop “${bulk.name}”?`}
        actions={
          <>
            <Button onClick={close}>Go back</Button>
            <Button
              variant="danger"
              busy={cancel.isPending}
              onClick={() => cancel.mutate(undefined, { onSuccess: () => setIsOpen(false) })}
            >
              {remaining > 0 ? `Stop for ${memberCountText(remaining, locale)}` : "Stop sending"}
            </Button>
          </>
        }
      >
        <p>
          {state === "scheduled"
            ? "No messages have been sent, and none will be sent."
            : `${counted(sent, "message", "messages", locale)} have already been sent. No further messages will be sent.`}{" "}
          You cannot resume it. To reach the remaining members later, create a new bulk message.
        </p>
        {cancel.error ? (
          <Callout tone="bad" role="alert" className="mt-3">
            {cancel.error.message}
          </Callout>
        ) : null}
      </Dialog>
    </>
  );
}
