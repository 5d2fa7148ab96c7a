"use client";

import { LogOut, Undo2, UserRound } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Dialog } from "@/components/ui/overlays/dialog";
import { formatTime } from "@/lib/client/format";
import { fullName, unknownVisitor } from "@/lib/values/person-name";
import type { DeskContext, DeskRights, Scan } from "./desk-types";
import { reasonLabels } from "./reason-labels";

interface VisitDialogProps {
  scan: Scan;
  context: DeskContext;
  may: DeskRights;
  onCheckOut: () => void;
  onUndo: () => void;
  onClose: () => void;
}

/** The actions for one scan. */
export function VisitDialog({ scan, context, may, onCheckOut, onUndo, onClose }: VisitDialogProps) {
  const name = scan.member ? fullName(scan.member.first_name, scan.member.last_name) : unknownVisitor;
  const isVisit = scan.outcome === "admitted" && !scan.undone_at;
  return (
    <Dialog open onClose={onClose} title={name} size="lg" className="desk-dialog">
      <p>{sentence(scan, context)}</p>
      <div className="desk-suggestions">
        {isVisit && !scan.check_out_at ? (
          <Button size="touch" icon={<LogOut aria-hidden="true" />} onClick={onCheckOut} data-autofocus="">
            Check out
          </Button>
        ) : null}
        {isVisit && may.undo ? (
          <Button size="touch" icon={<Undo2 aria-hidden="true" />} onClick={onUndo}>
            Undo check-in
          </Button>
        ) : null}
        {scan.member && may.read_members ? (
          <ButtonLink
            size="touch"
            icon={<UserRound aria-hidden="true" />}
            href={`/manage/${context.organization.slug}/members/${scan.member.id}`}
            prefetch={false}
          >
            View member
          </ButtonLink>
        ) : null}
        <Button size="touch" onClick={onClose}>
          Back
        </Button>
      </div>
    </Dialog>
  );
}

function sentence(scan: Scan, { organization: { locale }, location: { time_zone } }: DeskContext): string {
  const at = (instant: string) => formatTime(instant, { locale, time_zone });
  if (scan.denied_reason)
    return `Denied at ${at(scan.check_in_at)}: ${reasonLabels[scan.denied_reason].toLowerCase()}.`;
  if (scan.undone_at) return `Undone at ${at(scan.undone_at)}: ${scan.undo_reason}.`;
  if (scan.check_out_at) return `Inside from ${at(scan.check_in_at)} to ${at(scan.check_out_at)}.`;
  return `Inside since ${at(scan.check_in_at)}, with ${scan.plan_name ?? "no membership"}.`;
}
