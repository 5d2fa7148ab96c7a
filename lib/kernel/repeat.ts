/**
 * Runs the work at an interval and skips a tick while the previous run has not ended. The work handles its own errors. The timer
 * does not keep the process alive; clearInterval() stops it.
 */
export function repeat(work: () => Promise<unknown>, interval_ms: number): NodeJS.Timeout {
  let is_running = false;
  const tick = async () => {
    if (is_running) return;
    is_running = true;
    await work();
    is_running = false;
  };
  return setInterval(() => void tick(), interval_ms).unref();
}
