"use client";

import { RotateCcw, TriangleAlert, X } from "lucide-react";
import { KeyCap } from "@/components/ui/controls/key-cap";

interface NotRecordedProps {
  message: string;
  isBusy: boolean;
  onRepeat: () => void;
  onClose: () => void;
}

/** Amber: the scan was neither allowed nor refused, and nothing of it is kept. */
export function NotRecorded({ message, isBusy, onRepeat, onClose }: NotRecordedProps) {
  return (
    <div className="desk-verdict" data-verdict="not_recorded">
      <div className="desk-verdict-body">
        <TriangleAlert className="desk-big-sign" aria-hidden="true" />
        <div role="alert">
          <p className="desk-word">Not checked in</p>
          <p className="desk-plan">{message}</p>
          <p className="desk-more">
            Nothing was recorded for this scan. Try again, or note the name and check them in later.
          </p>
        </div>
      </div>
      <div className="desk-acts">
        <button type="button" data-look="solid" onClick={onRepeat} aria-busy={isBusy || undefined}>
          <RotateCcw aria-hidden="true" />
          Try again
          <KeyCap>F2</KeyCap>
        </button>
        <button type="button" onClick={onClose}>
          <X aria-hidden="true" />
          Close
          <KeyCap>Esc</KeyCap>
        </button>
      </div>
      <p className="desk-fine">A pass changes every half minute: for a second try a fresh scan is better.</p>
    </div>
  );
}
