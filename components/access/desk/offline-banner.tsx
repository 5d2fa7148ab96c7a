import { Wifi, WifiOff } from "lucide-react";
import { Button } from "@/components/ui/controls/button";

interface OfflineBannerProps {
  /** Such as "5:33 pm"; null while connected. */
  since: string | null;
  /** The times of scans that were not recorded. */
  unrecorded: readonly string[];
  onRetry: () => void;
  onDismiss: () => void;
}

/** Amber: the connection state and the scans that must be repeated manually. */
export function OfflineBanner({ since, unrecorded, onRetry, onDismiss }: OfflineBannerProps) {
  if (since === null && unrecorded.length === 0) return null;
  return (
    <div className="desk-offline" role="status">
      {since === null ? <Wifi aria-hidden="true" /> : <WifiOff aria-hidden="true" />}
      <div>
        <b>{since === null ? "Connection restored" : `No connection since ${since}`}</b>
        <span>
          {unrecorded.length > 0
            ? `${unrecorded.length === 1 ? "1 scan was" : `${unrecorded.length} scans were`} not recorded (${unrecorded.join(", ")}). Scan the pass again, or search for the member by name.`
            : "Scans are not checked or recorded while you are offline. Note who enters, and check them in by name later."}
        </span>
      </div>
      {since === null ? <Button onClick={onDismiss}>Dismiss</Button> : <Button onClick={onRetry}>Retry</Button>}
    </div>
  );
}
