import { afterAll, beforeAll } from "vitest";
import { liveConnection } from "@/lib/kernel/live";

/**
 * Opens the process's connection for live signals before the first test of a file and closes it after the last one. A
 * signal that is sent while the connection opens arrives as `refresh`.
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
