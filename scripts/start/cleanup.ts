type Undo = () => Promise<void> | void;

const undos: Undo[] = [];
let ending: Promise<void> | null = null;

/** Registers a cleanup for the end of the command. Cleanups run in reverse order. */
export function onExit(undo: Undo): void {
  undos.push(undo);
}

export function isEnding(): boolean {
  return ending !== null;
}

export function endAll(): Promise<void> {
  ending ??= (async () => {
    for (const undo of undos.reverse()) {
      try {
        await undo();
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      }
    }
  })();
  return ending;
}

/** Under npm, one Ctrl-C sends two signals. The second is ignored, because every cleanup has its own timeout. */
export function endOnSignal(announce: () => void): void {
  const finish = () => {
    if (ending) return;
    announce();
    void endAll().then(() => process.exit(0));
  };
  process.on("SIGINT", finish);
  process.on("SIGTERM", finish);
  // Without a terminal (nohup), SIGHUP is ignored.
  if (process.stdout.isTTY) process.on("SIGHUP", finish);
  if (process.env.npm_lifecycle_event) endWithParent(finish);
}

// npm sends the signal to a shell in between, which does not forward it.
function endWithParent(finish: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) finish();
  }, 500).unref();
}
