import type { Page } from "playwright/test";
import { gym, people } from "./support/demo";
import { expect, test } from "./support/journey";

const manage = `/manage/${gym.slug}`;

/** Whether the page has loaded the drawing library. */
async function watchChartCode(page: Page): Promise<() => boolean> {
  let isLoaded = false;
  await page.route(/\/_next\/static\/chunks\/.+\.js/, async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes("recharts")) isLoaded = true;
    await route.fulfill({ response });
  });
  return () => isLoaded;
}

test("a chart loads its code when its place comes near, and its numbers are there before", async ({ device }) => {
  const page = await device({ as: people.owner, viewport: { width: 390, height: 160 } });
  const hasChartCode = await watchChartCode(page);
  await page.goto(manage, { waitUntil: "networkidle" });
  const numbers = page.getByRole("table", { name: "Visits today" });
  await expect(numbers.getByRole("columnheader", { name: "Hour" })).toHaveCount(1);
  expect(hasChartCode()).toBe(false);
  const place = page.locator(".ch-box");
  const before = await place.evaluate((box) => box.clientHeight);
  await place.scrollIntoViewIfNeeded();
  await expect(place.locator("svg").first()).toBeVisible();
  expect(hasChartCode()).toBe(true);
  expect(await place.evaluate((box) => box.clientHeight)).toBe(before);
});

test("a dialog that loads when it opens takes the focus and gives it back", async ({ device }) => {
  const page = await device({ as: people.owner });
  await page.goto(`${manage}/members?status=active`);
  const opener = page.getByRole("button", { name: "Save segment" });
  await opener.click();
  const dialog = page.getByRole("dialog", { name: "Save segment" });
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("a page that the server answers late has its skeleton; one that it answers soon replaces the page at once", async ({
  device,
}) => {
  const page = await device({ as: people.owner });
  await page.goto(manage, { waitUntil: "networkidle" });
  let answer = () => {};
  const late = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/members\?_rsc/, async (route) => {
    await late;
    await route.continue();
  });
  const skeleton = page.locator("main > [role=status][aria-label=Loading] > div");
  await page.getByRole("navigation", { name: "Main", exact: true }).getByRole("link", { name: "Members" }).click();
  await expect(skeleton).toBeVisible();
  await expect(page.getByRole("heading", { name: "In the gym now" })).toBeHidden();
  answer();
  await expect(page.getByRole("table", { name: "Members" })).toBeVisible();
  await expect(skeleton).toHaveCount(0);
});
