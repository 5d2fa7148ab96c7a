import type { Page } from "playwright/test";
import { expectAccessible } from "./support/axe";
import { gym, people } from "./support/demo";
import { expect, phone, test } from "./support/journey";

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const pages = [
  ["the dashboard", `/manage/${gym.slug}`],
  ["the members", `/manage/${gym.slug}/members`],
  ["the visits", `/manage/${gym.slug}/check-ins`],
] as const;

test("the office fits on a phone, without scrolling sideways", async ({ device }) => {
  const page = await device({ as: people.owner, ...phone });
  for (const [what, address] of pages) {
    await test.step(what, async () => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await sideways(page)).toBe(0);
      await expectAccessible(page);
    });
  }
  await test.step("a member", async () => {
    await page.goto(`/manage/${gym.slug}/members?q=Castellanos`);
    await page.getByRole("link", { name: "Maya Castellanos" }).first().click();
    await page.waitForURL("**/members/*-*");
    await expect(page.getByText("IT-0026").first()).toBeVisible();
    expect(await sideways(page)).toBe(0);
    await expectAccessible(page);
  });
});
