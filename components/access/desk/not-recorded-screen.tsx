"use client";

import { RotateCcw, TriangleAlert, X } from "lucide-react";
import { KeyCap } from "@/components/ui/controls/key-cap";

interface NotRecordedScreenProps {
  message: string;
  isBusy: boolean;
  onRetry: () => void;
  onClose: () => void;
}

/** Amber: the scan was neither admitted nor denied, and was not recorded. */
export function NotRecordedScreen({ message, isBusy, onRetry, onClose }: NotRecordedScreenProps) {
  return (
    <div className="desk-entry" data-outcome="not_recorded">
      <div className="desk-entry-body">
        <TriangleAlert className="desk-big-sign" aria-hidden="true" />
        <div role="alert">
          <p className="desk-word">Not checked in</p>
          <p className="desk-plan">{message}</p>
          <p className="desk-more">
            This scan was not recorded. Try again, or note the name and check the member in later.
          </p>
        </div>
      </div>
      <div className="desk-acts">
        <button type="button" data-look="solid" onClick={onRetry} aria-busy={isBusy || undefined}>
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
      <p className="desk-fine">Passes change every 30 seconds. If you try again, scan the pass again.</p>
    </div>
  );
}
