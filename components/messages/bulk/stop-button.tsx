"use client";

import type { UseMutationResult } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Dialog } from "@/components/ui/overlays/dialog";
import { formatCount } from "@/lib/client/format";
import { type BulkMessage, peopleWords, settled } from "./bulk";

interface StopButtonProps {
  bulk: BulkMessage;
  cancel: UseMutationResult<BulkMessage, Error, void>;
  locale: string;
}

/** Stopping cannot be undone: what is left is told first. */
export function StopButton({ bulk, cancel, locale }: StopButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
    cancel.reset();
  };
  const { recipients, counts, state } = bulk;
  const left = recipients - settled(bulk);
  const out = (counts.sent ?? 0) + (counts.delivered ?? 0);
  return (
    <>
      <Button icon={<Ban aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Stop it
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={`Stop “${bulk.name}”?`}
        actions={
          <>
            <Button onClick={close}>Let it go on</Button>
            <Button
              variant="danger"
              busy={cancel.isPending}
              onClick={() => cancel.mutate(undefined, { onSuccess: () => setIsOpen(false) })}
            >
              {left > 0 ? `Stop it for ${peopleWords(left, locale)}` : "Stop it"}
            </Button>
          </>
        }
      >
        <p>
          {state === "scheduled"
            ? "Nobody has got it yet, and nobody will."
            : `${formatCount(out, locale)} have gone out and stay sent. Nobody else gets it.`}{" "}
          To write to them later, begin a new one.
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
