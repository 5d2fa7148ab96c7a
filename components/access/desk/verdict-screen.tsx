"use client";

import { useEffect } from "react";
import { ComeIn } from "./come-in";
import type { DeskPlace, Verdict } from "./desk-types";
import { NotRecorded } from "./not-recorded";
import { PleaseWait } from "./please-wait";

/** Long enough to compare a face, short enough for the next in line. */
const allowedSeconds = 6;

interface VerdictScreenProps {
  verdict: Verdict | null;
  place: DeskPlace;
  facesMembers: boolean;
  canOpenMembers: boolean;
  isBusy: boolean;
  /** A dialog about it is open: it stays. */
  isHeld: boolean;
  onLetIn: (() => void) | null;
  onUndo: (() => void) | null;
  onRepeat: (() => void) | null;
  onClose: () => void;
}

/** Covers the desk with the answer to the last scan. */
export function VerdictScreen(props: VerdictScreenProps) {
  const { verdict, place, facesMembers, canOpenMembers, isBusy, isHeld, onLetIn, onUndo, onRepeat, onClose } = props;
  const isPassing = verdict?.kind === "come_in" && !isHeld;

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new verdict begins its own time
  useEffect(() => {
    if (!isPassing) return;
    const timer = setTimeout(onClose, allowedSeconds * 1000);
    return () => clearTimeout(timer);
  }, [isPassing, verdict]);

  switch (verdict?.kind) {
    case "come_in":
      return (
        <ComeIn
          key={verdict.attempt.key}
          answer={verdict.answer}
          facesMembers={facesMembers}
          seconds={allowedSeconds}
          onUndo={onUndo}
          onClose={onClose}
        />
      );
    case "please_wait": {
      const { member } = verdict.refusal;
      return (
        <PleaseWait
          key={verdict.attempt.key}
          refusal={verdict.refusal}
          facesMembers={facesMembers}
          memberHref={member && canOpenMembers ? `/manage/${place.organization.slug}/members/${member.id}` : null}
          onLetIn={onLetIn}
          onClose={onClose}
        />
      );
    }
    case "not_recorded":
      return <NotRecorded message={verdict.message} isBusy={isBusy} onRepeat={onRepeat ?? onClose} onClose={onClose} />;
    default:
      return null;
  }
}
