import type { Page } from "playwright";
import { percentile } from "./percentile";

type Vitals = { first_paint: number; largest_paint: number; blocked: number; shift: number; script_kb: number };
export type LoadFigures = Vitals & { name: string };

declare global {
  interface Window {
    vitals: { largest: number; blocked: number; shift: number };
  }
}

/**
 * The first load of each path, with an empty cache, as medians: a phone of 390 x 844 whose processor is four times slower, on
 * 1.6 Mbit/s with 150 ms of latency (the mobile profile of Lighthouse, applied and not simulated).
 */
export async function measureLoads(signedIn: Page, paths: readonly string[], rounds: number): Promise<LoadFigures[]> {
  const figures: LoadFigures[] = [];
  for (const path of paths) {
    const runs: Vitals[] = [];
    for (let round = 0; round < rounds; round++) runs.push(await load(signedIn, path));
    const median = (figure: keyof Vitals) =>
      percentile(
        runs.map((run) => run[figure]),
        50,
      );
    figures.push({
      name: path,
      first_paint: median("first_paint"),
      largest_paint: median("largest_paint"),
      blocked: median("blocked"),
      shift: median("shift"),
      script_kb: median("script_kb"),
    });
  }
  return figures;
}

async function load(signedIn: Page, path: string): Promise<Vitals> {
  const page = await signedIn.context().newPage();
  try {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setDeviceMetricsOverride", {
      width: 390,
      height: 844,
      deviceScaleFactor: 2,
      mobile: true,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    const bytes_per_second = (1.6 * 1024 * 1024) / 8;
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: bytes_per_second,
      uploadThroughput: bytes_per_second / 2,
    });
    await page.addInitScript(observe);
    await page.goto(new URL(path, signedIn.url()).href, { waitUntil: "load" });
    // Hydration and what loads on demand. Pages with a live connection never become idle.
    await page.waitForTimeout(2_000);
    return await page.evaluate(read);
  } finally {
    await page.close();
  }
}

/** Runs in the page before its scripts. A task blocks for the part of it above 50 ms. */
function observe(): void {
  const vitals = { largest: 0, blocked: 0, shift: 0 };
  window.vitals = vitals;
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", ({ startTime }) => {
    vitals.largest = startTime;
  });
  watch("longtask", ({ duration }) => {
    vitals.blocked += duration - 50;
  });
  watch("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) vitals.shift += value;
  });
}

/** Runs in the page. */
function read(): Vitals {
  const scripts = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(
    ({ initiatorType, name }) => initiatorType === "script" || name.endsWith(".js"),
  );
  return {
    first_paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    largest_paint: window.vitals.largest,
    blocked: window.vitals.blocked,
    shift: window.vitals.shift,
    script_kb: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
  };
}
