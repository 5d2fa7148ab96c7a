import type { Page } from "playwright/test";
import { expectAccessible } from "./support/axe";
import { gym, people } from "./support/demo";
import { expect, test } from "./support/journey";

const focused = (page: Page) => page.locator(":focus");

test("the first Tab stop skips the navigation", async ({ device }) => {
  const page = await device({ as: people.owner });
  for (const address of [`/manage/${gym.slug}`, `/manage/${gym.slug}/members`, `/manage/${gym.slug}/plans`]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(focused(page)).toHaveText("Skip to content");
    await page.keyboard.press("Enter");
    await expect(focused(page)).toHaveAttribute("id", "content");
    await page.keyboard.press("Tab");
    const isPast = await page.evaluate(() => document.activeElement?.matches("main *"));
    expect(isPast, address).toBe(true);
  }
});

test("every step of the Tab key through a page is seen, and comes round in the order of reading", async ({
  device,
}) => {
  const page = await device({ as: people.owner });
  await page.goto(`/manage/${gym.slug}/plans`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const names: string[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { width, height } = element.getBoundingClientRect();
      const look = getComputedStyle(element);
      return {
        name: (element.getAttribute("aria-label") ?? element.textContent ?? element.tagName).trim().slice(0, 40),
        isBody: element === document.body,
        isDrawn: width > 0 && height > 0,
        hasRing: look.boxShadow !== "none" || look.outlineStyle !== "none",
      };
    });
    if (at.isBody) break;
    expect(at, `step ${step}`).toMatchObject({ isDrawn: true, hasRing: true });
    names.push(at.name);
  }
  expect(names.indexOf("Dashboard")).toBeLessThan(names.indexOf("Plans & prices"));
  expect(names.indexOf("Plans & prices")).toBeLessThan(names.indexOf("New plan"));
});

test("a sheet traps the focus and restores it when closed", async ({ device }) => {
  const page = await device({ as: people.owner });
  await page.goto(`/manage/${gym.slug}/plans`);
  const opener = page.getByRole("link", { name: "New plan" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "New plan" });
  await expect(sheet.getByLabel("Name", { exact: true })).toBeFocused();
  await expectAccessible(page);
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press("Tab");
    const isOutside = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement !== document.body && activeElement?.closest("dialog") === null;
    });
    expect(isOutside, `step ${step}`).toBe(false);
  }
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("the palette opens from anywhere, finds a member and leads there, by keys alone", async ({ device }) => {
  const page = await device({ as: people.owner });
  await page.goto(`/manage/${gym.slug}`);
  await expect(page.getByRole("heading", { name: "In the gym now" })).toBeVisible();
  await page.keyboard.press("Control+k");
  // Typed before the palette is there, "n" and "c" are letters of a name and no commands.
  await page.keyboard.type("maya c");
  const palette = page.getByRole("dialog");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await expect(palette.getByRole("combobox")).toHaveValue("maya c");
  await expectAccessible(page);
  await page.keyboard.type("astellanos");
  await expect(palette.getByRole("option", { name: /Maya Castellanos/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/members/*-*");
  await expect(page.getByText("IT-0026").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("n");
  await page.waitForURL("**/members/new");
  await expect(page.getByLabel("First name")).toBeFocused();
});
