"use client";

import { useEffect } from "react";
import { AdmittedScreen } from "./admitted-screen";
import { DeniedScreen } from "./denied-screen";
import type { DeskContext, EntryResult } from "./desk-types";
import { NotRecordedScreen } from "./not-recorded-screen";

/** Long enough to compare the photo, short enough for the next member. */
const admittedSeconds = 6;

interface EntryResultScreenProps {
  result: EntryResult | null;
  context: DeskContext;
  facesMembers: boolean;
  canOpenMembers: boolean;
  isBusy: boolean;
  /** True while a dialog about the result is open. The result then does not close by itself. */
  isPinned: boolean;
  onOverride: (() => void) | null;
  onUndo: (() => void) | null;
  onRetry: (() => void) | null;
  onClose: () => void;
}

/** Covers the desk with the result of the last scan. */
export function EntryResultScreen(props: EntryResultScreenProps) {
  const { result, context, facesMembers, canOpenMembers, isBusy, isPinned, onOverride, onUndo, onRetry, onClose } =
    props;
  const closesItself = result?.kind === "admitted" && !isPinned;

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new result restarts the timer
  useEffect(() => {
    if (!closesItself) return;
    const timer = setTimeout(onClose, admittedSeconds * 1000);
    return () => clearTimeout(timer);
  }, [closesItself, result]);

  switch (result?.kind) {
    case "admitted":
      return (
        <AdmittedScreen
          key={result.attempt.key}
          answer={result.answer}
          facesMembers={facesMembers}
          seconds={admittedSeconds}
          onUndo={onUndo}
          onClose={onClose}
        />
      );
    case "denied": {
      const { member } = result.refusal;
      return (
        <DeniedScreen
          key={result.attempt.key}
          refusal={result.refusal}
          facesMembers={facesMembers}
          memberHref={member && canOpenMembers ? `/manage/${context.organization.slug}/members/${member.id}` : null}
          onOverride={onOverride}
          onClose={onClose}
        />
      );
    }
    case "not_recorded":
      return (
        <NotRecordedScreen message={result.message} isBusy={isBusy} onRetry={onRetry ?? onClose} onClose={onClose} />
      );
    default:
      return null;
  }
}
