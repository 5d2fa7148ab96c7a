"use client";

import { Button } from "@/components/ui/controls/button";
import { Dialog } from "@/components/ui/overlays/dialog";
import { counted } from "@/lib/values/counted";

interface ArchiveReportProps {
  archived: number;
  refused: readonly { id: string; name: string; detail: string }[];
  onClose: () => void;
}

/** Why some of the chosen members were not archived. */
export function ArchiveReport({ archived, refused, onClose }: ArchiveReportProps) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${counted(refused.length, "member was", "members were")} not archived`}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {archived > 0 ? <p className="mb-2">{counted(archived, "member was", "members were")} archived.</p> : null}
      <dl className="flex flex-col gap-2">
        {refused.map(({ id, name, detail }) => (
          <div key={id}>
            <dt className="font-medium text-ink">{name}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
