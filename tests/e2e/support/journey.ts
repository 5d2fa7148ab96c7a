import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "playwright/test";
import { collectNoise } from "./noise";
import { type Credentials, credentialsOf, openSession } from "./session";

type ScreenOptions = BrowserContextOptions & {
  /** Who is signed in on it: an e-mail of the demo, or anybody's credentials. */
  as?: string | Credentials;
};

type Journey = {
  /** A device of its own, watched for noise: a second one shares nothing with the first. */
  device: (options?: ScreenOptions) => Promise<Page>;
};

/** A web session opened once is good for every test of the worker that does not end it. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>();

export const test = base.extend<Journey>({
  device: async ({ browser, baseURL }, use) => {
    const opened: { context: BrowserContext; noise: string[] }[] = [];
    await use(async ({ as, ...options } = {}) => {
      const person = as === undefined ? null : credentialsOf(as);
      const storageState = person ? sessions.get(person.email) : undefined;
      const context = await browser.newContext({
        reducedMotion: "reduce",
        ...options,
        ...(storageState ? { storageState } : {}),
      });
      if (person && !storageState) {
        await openSession(context, baseURL ?? "", person);
        sessions.set(person.email, await context.storageState());
      }
      opened.push({ context, noise: await collectNoise(context) });
      return context.newPage();
    });
    for (const { context } of opened) await context.close();
    expect(opened.flatMap(({ noise }) => noise)).toEqual([]);
  },
});

/** For tests that end the session they use. */
export const forgetSession = (email: string): void => void sessions.delete(email);

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const tablet = { viewport: { width: 820, height: 1180 } } as const;

/** What a page says aloud at once; Next keeps a box of its own for the names of pages. */
export const alertOn = (page: Page) => page.locator('[role="alert"]:not(#__next-route-announcer__)');

export { expect };
