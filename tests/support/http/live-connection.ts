import { afterAll, beforeAll } from "vitest";
import { liveConnection } from "@/lib/kernel/live";

/**
 * Opens the process's line for live signals before the first test of a file, and holds it until the last one has ended. A
 * signal that is sent while the line is being opened is told as `refresh` and not as what it was.
 */
export function holdLiveLine(): void {
  let leave = () => {};
  beforeAll(
    () =>
      new Promise<void>((resolve) => {
        leave = liveConnection().listen({ onSignal: () => {}, onGap: resolve });
      }),
  );
  afterAll(() => leave());
}
