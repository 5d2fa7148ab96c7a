import type { Page } from "playwright/test";
import { expectAccessible } from "./support/axe";
import { alertOn, expect, tablet, test } from "./support/journey";
import { newCard, newGym, newMember } from "./support/new-gym";

const field = (page: Page) => page.getByRole("combobox", { name: /Scan a code/ });
const inside = (page: Page) => page.getByTestId("inside");

/** As a hand scanner does: fast, wherever the focus is, with Enter at the end. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
}

test("I18 a hand scanner and the keys alone run the desk, and the field never loses the focus", async ({
  device,
  baseURL,
}) => {
  const gym = await newGym(baseURL ?? "");
  const ada = await newMember(gym, "Ada", "Okafor");
  const card = await newCard(gym, ada.id);
  const ben = await newMember(gym, "Ben", "Ito", { without_plan: true });
  const page = await device({ as: gym.owner });
  await page.goto(`/desk/${gym.slug}`);
  await expect(field(page)).toBeFocused();
  await expect(inside(page)).toHaveText("0");
  await expectAccessible(page);

  await scan(page, card);
  await expect(alertOn(page)).toContainText("Come in");
  await expect(alertOn(page)).toContainText("Ada Okafor");
  await expect(inside(page)).toHaveText("1");
  await expect(field(page)).toBeFocused();
  await expectAccessible(page);

  // I2, I4: the second scan is the first visit.
  await scan(page, card);
  await expect(alertOn(page)).toContainText("this is the same visit");
  const visits = (await gym.api.get(`/api/v1/members/${ada.id}/check-ins`)) as unknown as { data: unknown[] };
  expect(visits.data).toHaveLength(1);

  await scan(page, "482913076310");
  await expect(alertOn(page)).toContainText("Please wait");
  await expect(alertOn(page)).toContainText("Code not known");
  await page.keyboard.press("Escape");
  await expect(alertOn(page)).toHaveCount(0);

  await scan(page, ben.member_code);
  await expect(alertOn(page)).toContainText("Ben Ito");
  await expect(alertOn(page)).toContainText("No membership");
  await expect(alertOn(page)).toContainText("Sell a membership or a day pass.");
  await expect(inside(page)).toHaveText("1");
  await expectAccessible(page);

  await page.keyboard.press("F2");
  const overrideDialog = page.getByRole("dialog", { name: "Let in once" });
  await expect(overrideDialog.getByLabel("Other reason")).toBeFocused();
  await expectAccessible(page);
  await scan(page, "Pays after training");
  await expect(alertOn(page)).toContainText("Let in once: Pays after training");
  await expect(inside(page)).toHaveText("2");

  await page.keyboard.press("F4");
  await expect(page.getByRole("dialog", { name: "Undo check-in" })).toBeVisible();
  await scan(page, "Went to the bank first");
  await expect(inside(page)).toHaveText("1");
  await expect(page.getByRole("listitem").filter({ hasText: "Ben Ito" }).first()).toContainText("Undone");
  await expect(field(page)).toBeFocused();

  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await scan(page, card);
  await expect(alertOn(page)).toContainText("Ada Okafor");
  await page.keyboard.press("Escape");

  await page.keyboard.type("okafor", { delay: 60 });
  await expect(page.getByRole("option", { name: /Ada Okafor/ })).toBeVisible();
  await page.keyboard.press("F3");
  await expect(inside(page)).toHaveText("0");
});

test("the desk fits an upright tablet without horizontal scrolling", async ({ device, baseURL }) => {
  const gym = await newGym(baseURL ?? "");
  const page = await device({ as: gym.owner, ...tablet, colorScheme: "dark" });
  await page.goto(`/desk/${gym.slug}`);
  await expect(field(page)).toBeFocused();
  const { height } = tablet.viewport;
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height);
  await expectAccessible(page);
});

test("without the server the desk says in amber that nothing was recorded, and continues when it is back", async ({
  device,
  baseURL,
}) => {
  const gym = await newGym(baseURL ?? "");
  const ada = await newMember(gym, "Ada", "Okafor");
  const page = await device({ as: gym.owner });
  await page.goto(`/desk/${gym.slug}`);
  await expect(field(page)).toBeFocused();
  await page.route("**/api/v1/check-ins", (route) => route.abort());
  await scan(page, ada.member_code);
  await expect(alertOn(page)).toContainText("Not checked in");
  await page.unroute("**/api/v1/check-ins");
  await page.keyboard.press("F2");
  await expect(alertOn(page)).toContainText("Come in");
  await expect(inside(page)).toHaveText("1");
});
