import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/journey";
import { newGym, newMember } from "./support/new-gym";

test("I23 a missed scan is entered as a past visit with its reason, and does not change the occupancy", async ({
  device,
  baseURL,
}) => {
  const gym = await newGym(baseURL ?? "");
  await newMember(gym, "Wilma", "Wagner");
  const page = await device({ as: gym.owner });
  await page.goto(`/manage/${gym.slug}/check-ins`);
  await page.getByRole("button", { name: "Add past visit" }).click();
  const dialog = page.getByRole("dialog", { name: "Add past visit" });
  const enter = dialog.getByRole("button", { name: "Add visit" });
  await enter.click();
  await expect(dialog.getByText("Choose a member")).toBeVisible();
  await expect(dialog.getByLabel("Member")).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel("Member").fill("wilma");
  await page.getByRole("option", { name: /Wilma Wagner/ }).click();
  await dialog.getByLabel("Check-in time").fill("2026-01-15T18:30");
  await dialog.getByLabel("Reason").fill("The power was out");
  await enter.dblclick();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Visit added for Wilma Wagner")).toBeVisible();
  await expect(page.getByRole("row", { name: /Wilma Wagner.*Jan 15, 6:30 pm.*Manual/ })).toHaveCount(1);
  await page.getByRole("link", { name: "In the gym now" }).click();
  await expect(page.getByRole("main").getByText("Wilma Wagner")).toHaveCount(0);
});
