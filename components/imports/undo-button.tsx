"use client";

import { Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Dialog } from "@/components/ui/overlays/dialog";
import { counted } from "@/lib/values/counted";
import type { ImportJob } from "./job";
import type { ImportControls } from "./use-import";

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
  const rows = counted(processed_rows, "row", "rows", locale);
  const members = counted(summary?.members ?? 0, "member", "members", locale);
  const memberships = counted(summary?.memberships ?? 0, "membership", "memberships", locale);
  const what = status === "failed" ? `the members and memberships of ${rows}` : `${members} and ${memberships}`;
  return (
    <>
      <Button icon={<Undo2 aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Undo import
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={`Remove ${what}?`}
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
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
          All members created by this import are removed, including notes, photos, cards and memberships that were added
          since.{" "}
          {job.created_plans.length > 0
            ? `Plans created by this import (${job.created_plans.join(", ")}) are deleted as well, unless other members have them.`
            : null}
        </p>
        <p className="mt-2">Once one of these members has checked in, the import can no longer be undone.</p>
        {undo.error ? (
          <Callout tone="bad" role="alert" className="mt-3">
            {undo.error.message}
          </Callout>
        ) : null}
      </Dialog>
    </>
  );
}
