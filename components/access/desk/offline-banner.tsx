import { Wifi, WifiOff } from "lucide-react";
import { Button } from "@/components/ui/controls/button";

interface OfflineBannerProps {
  /** "5:33 pm"; null while the line is up. */
  since: string | null;
  /** When scans were made that nobody recorded. */
  missed: readonly string[];
  onTry: () => void;
  onForget: () => void;
}

/** Amber: says what does not happen now, and which scans have to be entered by hand. */
export function OfflineBanner({ since, missed, onTry, onForget }: OfflineBannerProps) {
  if (since === null && missed.length === 0) return null;
  return (
    <div className="desk-offline" role="status">
      {since === null ? <Wifi aria-hidden="true" /> : <WifiOff aria-hidden="true" />}
      <div>
        <b>{since === null ? "The connection is back" : `No connection since ${since}`}</b>
        <span>
          {missed.length > 0
            ? `${missed.length === 1 ? "One scan was" : `${missed.length} scans were`} not recorded (${missed.join(", ")}). Ask for the pass again, or find the member by name.`
            : "Scans are not checked or recorded until it is back. Note who comes in, and check them in by name then."}
        </span>
      </div>
      {since === null ? <Button onClick={onForget}>Done</Button> : <Button onClick={onTry}>Try now</Button>}
    </div>
  );
}
