type Undo = () => Promise<void> | void;

const undos: Undo[] = [];
let ending: Promise<void> | null = null;

/** Registers what has to be stopped when the command ends, whichever way; the last started is stopped first. */
export function onEnd(undo: Undo): void {
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

/**
 * Ctrl-C reaches us twice under npm, from the terminal and from npm: the first one counts. Nothing is cut off by the second,
 * because every stop has its own time limit.
 */
export function endOnSignal(announce: () => void): void {
  const finish = () => {
    if (ending) return;
    announce();
    void endAll().then(() => process.exit(0));
  };
  process.on("SIGINT", finish);
  process.on("SIGTERM", finish);
  // Under nohup, which is what a file instead of a terminal means, hanging up is to be ignored.
  if (process.stdout.isTTY) process.on("SIGHUP", finish);
  if (process.env.npm_lifecycle_event) endWithParent(finish);
}

// npm passes a signal on to the shell between us, and that shell keeps it for itself.
function endWithParent(finish: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) finish();
  }, 500).unref();
}
