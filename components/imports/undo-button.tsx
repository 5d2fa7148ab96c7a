"use client";

import { Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Dialog } from "@/components/ui/overlays/dialog";
import type { ImportJob } from "./job";
import type { ImportControls } from "./use-import";
import { amountOf } from "./words";

interface UndoButtonProps {
  job: ImportJob;
  controls: ImportControls;
  locale: string;
}

export function UndoButton({ job, controls: { undo }, locale }: UndoButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
    undo.reset();
  };
  const { summary, processed_rows, status } = job;
  const rows = amountOf(processed_rows, "row", "rows", locale);
  const members = amountOf(summary?.members ?? 0, "member", "members", locale);
  const memberships = amountOf(summary?.memberships ?? 0, "membership", "memberships", locale);
  const what = status === "failed" ? `what came of ${rows}` : `${members} and ${memberships}`;
  return (
    <>
      <Button icon={<Undo2 aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Undo this import
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={`Remove ${what}?`}
        actions={
          <>
            <Button onClick={close}>Keep them</Button>
            <Button
              variant="danger"
              busy={undo.isPending}
              onClick={() => undo.mutate(undefined, { onSuccess: () => setIsOpen(false) })}
            >
              Remove {what}
            </Button>
          </>
        }
      >
        <p>
          Everybody whom this file brought is removed again, with what was changed about them since: notes, photos,
          cards and memberships.{" "}
          {job.created_plans.length > 0
            ? `The plans that it created (${job.created_plans.join(", ")}) go too, unless somebody else has them.`
            : null}
        </p>
        <p className="mt-2">As soon as one of them has checked in, the import can no longer be undone.</p>
        {undo.error ? (
          <Callout tone="bad" role="alert" className="mt-3">
            {undo.error.message}
          </Callout>
        ) : null}
      </Dialog>
    </>
  );
}
