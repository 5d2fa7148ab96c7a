import { closePool } from "@/db/client";
import { closeServersOnShutdown } from "./close-servers";
import { onShutdown, shutDownOnSignals } from "./shutdown";

/** From here on, SIGTERM and SIGINT run the stages of ./shutdown.ts. */
export function enableGracefulShutdown(): void {
  closeServersOnShutdown();
  onShutdown("database", closePool);
  shutDownOnSignals();
}
