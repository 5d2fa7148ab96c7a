import { closePool } from "@/db/client";
import { closeServersOnStop } from "./serving";
import { onStop, stopOnSignals } from "./stop";

/** From now on a signal ends the process in the stages of ./stop.ts. */
export function stopInOrder(): void {
  closeServersOnStop();
  onStop("database", closePool);
  stopOnSignals();
}
