import type { Page } from "playwright";
import { percentile } from "./percentile";

export type NavigationTime = { name: string; p50: number; p95: number };

/**
 * From the click on an entry of the side bar until the page is painted whole: its heading is there and no part of it still loads.
 * Every round visits every entry once. The first round loads the scripts of the pages and does not count.
 */
export async function measureNavigation(page: Page, rounds: number): Promise<NavigationTime[]> {
  const links = await page.locator("nav[aria-label='Main'] a").all();
  const hrefs = (await Promise.all(links.map((link) => link.getAttribute("href")))).filter((href) => href !== null);
  const times = new Map<string, number[]>(hrefs.map((href) => [href, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const href of [...hrefs.slice(1), ...hrefs.slice(0, 1)]) {
      const link = page.locator(`nav[aria-label='Main'] a[href='${href}']`);
      // A person's pointer is on the link before the press.
      await link.hover();
      const ms = await page.evaluate(timeClick, href);
      if (round > 0) times.get(href)?.push(ms);
    }
  }
  const all = [...times.values()].flat();
  return [...times, ["all", all] as const].map(([name, ms]) => ({
    name: name.replace(/^\/manage\/[^/]+/, "") || "/",
    p50: percentile(ms, 50),
    p95: percentile(ms, 95),
  }));
}

/** Runs in the page. */
function timeClick(href: string): Promise<number> {
  return new Promise((resolve) => {
    const from = performance.now();
    document.querySelector<HTMLAnchorElement>(`nav[aria-label='Main'] a[href='${href}']`)?.click();
    const look = () => {
      const main = document.querySelector("main");
      const isThere =
        location.pathname === href &&
        main?.querySelector("h1") &&
        !main.querySelector(".ui-skeleton, [role=status][aria-label^=Loading]");
      if (isThere) requestAnimationFrame(() => resolve(performance.now() - from));
      else requestAnimationFrame(look);
    };
    look();
  });
}
