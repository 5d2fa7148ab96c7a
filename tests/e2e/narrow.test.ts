import type { Page } from "playwright/test";
import { expectAccessible } from "./support/axe";
import { gym, people } from "./support/demo";
import { alertOn, expect, phone, test } from "./support/journey";
import { newGym, newMember } from "./support/new-gym";

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const pages = [
  ["the dashboard", `/manage/${gym.slug}`],
  ["the members", `/manage/${gym.slug}/members`],
  ["the visits", `/manage/${gym.slug}/check-ins`],
  ["the invoices", `/manage/${gym.slug}/invoices`],
  ["the payments", `/manage/${gym.slug}/payments`],
  ["an invoice that is written", `/manage/${gym.slug}/invoices/new`],
  ["the forecast", `/manage/${gym.slug}/forecast`],
  ["the lines of the forecast", `/manage/${gym.slug}/forecast/lines`],
  ["the trial balance", `/manage/${gym.slug}/ledger`],
  ["the journal", `/manage/${gym.slug}/ledger/entries`],
  ["the till of the office", `/manage/${gym.slug}/till`],
  ["the closures", `/manage/${gym.slug}/closures`],
  ["the coupons", `/manage/${gym.slug}/coupons`],
  ["the legal entities and taxes", `/manage/${gym.slug}/settings/billing`],
  ["the companies", `/manage/${gym.slug}/settings/billing/companies`],
  ["the till of the desk", `/desk/${gym.slug}/till`],
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

/** What reaches over the right edge; the desk hides it instead of scrolling. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".ly-desk :not(.sr-only)")]
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
      .map((part) => `${part.tagName} ${part.textContent?.slice(0, 30)}`),
  );

test("the desk fits a phone: nothing is cut off, and its parts do not overlap", async ({ device, baseURL }) => {
  const gym = await newGym(baseURL ?? "");
  const guest = await newMember(gym, "Maximiliana", "Featherstonehaugh", { without_plan: true });
  const page = await device({ as: gym.owner, ...phone });
  await page.goto(`/desk/${gym.slug}`);
  const field = page.getByRole("combobox", { name: /Scan a code/ });
  await expect(field).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
  await field.fill("maxi");
  const found = page.getByRole("option", { name: /Featherstonehaugh/ });
  await expect(found).toBeInViewport({ ratio: 1 });
  await field.fill(guest.member_code);
  await field.press("Enter");
  const answer = alertOn(page);
  await expect(answer).toContainText("No membership");
  expect(await cutOff(page)).toEqual([]);
  const words = await answer.boundingBox();
  const deed = await page.getByRole("button", { name: "Let in once" }).boundingBox();
  expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(deed?.y ?? 0);
  await expectAccessible(page);
});
