import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "playwright/test";
import { collectNoise } from "./noise";
import { type Credentials, credentialsOf, openSession } from "./session";

type ScreenOptions = BrowserContextOptions & {
  /** Who is signed in on it: an e-mail of the demo, or anybody's credentials. */
  as?: string | Credentials;
};

type Device = { context: BrowserContext; noise: string[] };

type Journey = {
  /** A separate browser context, watched for errors. */
  device: (options?: ScreenOptions) => Promise<Page>;
  /** The worker's own device of a person, or of a visitor: the next test finds it with its cache, as the last one left it. */
  lastingDevice: (as?: string) => Promise<Page>;
};

type Worker = { lastingDevices: Map<string, Device & { page: Page }> };

/** A web session opened once is good for every test of the worker that does not end it. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>();

async function openDevice(
  browser: Browser,
  ownURL = "",
  { as, baseURL = ownURL, ...options }: ScreenOptions = {},
): Promise<Device> {
  const person = as === undefined ? null : credentialsOf(as);
  const storageState = person ? sessions.get(person.email) : undefined;
  const context = await browser.newContext({
    baseURL,
    reducedMotion: "reduce",
    ...options,
    ...(storageState ? { storageState } : {}),
  });
  if (person && !storageState) {
    await openSession(context, baseURL, person);
    sessions.set(person.email, await context.storageState());
  }
  return { context, noise: await collectNoise(context) };
}

export const test = base.extend<Journey, Worker>({
  device: async ({ browser, baseURL }, use) => {
    const opened: Device[] = [];
    await use(async (options) => {
      const device = await openDevice(browser, baseURL, options);
      opened.push(device);
      return device.context.newPage();
    });
    for (const { context } of opened) await context.close();
    expect(opened.flatMap(({ noise }) => noise)).toEqual([]);
  },
  lastingDevices: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const devices: Worker["lastingDevices"] = new Map();
      await use(devices);
      for (const { context } of devices.values()) await context.close();
    },
    { scope: "worker" },
  ],
  lastingDevice: async ({ browser, baseURL, contextOptions, locale, timezoneId, lastingDevices }, use) => {
    await use(async (as) => {
      const known = lastingDevices.get(as ?? "");
      if (known) return known.page;
      const opened = await openDevice(browser, baseURL, {
        ...contextOptions,
        ...(as ? { as } : {}),
        ...(locale ? { locale } : {}),
        ...(timezoneId ? { timezoneId } : {}),
      });
      const page = await opened.context.newPage();
      lastingDevices.set(as ?? "", { ...opened, page });
      return page;
    });
    expect([...lastingDevices.values()].flatMap(({ noise }) => noise.splice(0))).toEqual([]);
  },
});

/** For tests that end the session they use. */
export const forgetSession = (email: string): void => void sessions.delete(email);

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const tablet = { viewport: { width: 820, height: 1180 } } as const;

/** The alerts of a page, without Next's own announcer of page names. */
export const alertOn = (page: Page) => page.locator('[role="alert"]:not(#__next-route-announcer__)');

export { expect };
