/** Set by scripts/processes/worker.mjs before the server starts. */
type GroupWorker = {
  /** Reaches this process. The server's port is shared by all workers. */
  own_port: number;
  /** Resolves when this process is the one that runs the jobs. */
  jobs: Promise<void>;
};

const globals = globalThis as { fitflowWorker?: GroupWorker };

/** Resolves in the process that runs the jobs: one of the workers, or the only process. */
export const untilJobsRunHere = (): Promise<void> => globals.fitflowWorker?.jobs ?? Promise.resolve();

/** A port of the loopback address on which this very process answers; undefined where the server's port does. */
export const ownPort = (): number | undefined => globals.fitflowWorker?.own_port;

export type PrimaryLine = {
  send(message: Record<string, unknown>): void;
  isOpen(): boolean;
};

/** Messages of one kind to and from the primary; null where there is none. */
export function openPrimaryLine<T>(kind: string, onMessage: (message: T) => void): PrimaryLine | null {
  if (!globals.fitflowWorker || !process.send) return null;
  process.on("message", (message: { fitflow?: string }) => {
    if (message?.fitflow === kind) onMessage(message as T);
  });
  return {
    isOpen: () => process.connected,
    // A primary that ends at this moment cannot be reported to anybody.
    send: (message) => void process.send?.({ fitflow: kind, ...message }, undefined, {}, () => {}),
  };
}
