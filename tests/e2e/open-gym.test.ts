import { expectAccessible } from "./support/axe";
import { people } from "./support/demo";
import { expect, phone, test } from "./support/journey";
import { openMenu } from "./support/menu";
import { newGym, unique } from "./support/new-gym";
import { mailedToken } from "./support/outbox";

test("an owner creates another gym from the switcher and continues in it", async ({ device, baseURL }) => {
  const { slug, owner } = await newGym(baseURL ?? "");
  const page = await device({ as: owner });
  const switcher = page.getByRole("complementary", { name: "Gym" }).getByRole("button").first();
  await page.goto(`/manage/${slug}`);
  await openMenu(switcher);
  await page.getByRole("menuitem", { name: "Create another gym" }).click();
  await expect(page.getByRole("heading", { name: "Create another gym" })).toBeVisible();
  await expect(page.getByLabel("Time zone")).toHaveValue("America/New York");
  await page.getByRole("button", { name: "Create gym" }).click();
  await expect(page.getByText("Fill this in").first()).toBeVisible();
  await expect(page.getByLabel("Gym name")).toBeFocused();
  await expectAccessible(page);
  const name = unique("North");
  await page.getByLabel("Gym name").fill(name);
  await page.getByLabel("First location").fill("Preston");
  await page.getByRole("button", { name: "Create gym" }).dblclick();
  await expect(page).toHaveURL(new RegExp(`/manage/${name.toLowerCase()}$`));
  await openMenu(switcher);
  await expect(page.getByRole("menuitemradio")).toHaveCount(2);
});

test("on a phone an owner finds it under More, and staff do not", async ({ device, baseURL }) => {
  const { slug, owner } = await newGym(baseURL ?? "");
  const page = await device({ as: owner, ...phone });
  await page.goto(`/manage/${slug}`);
  await openMenu(page.getByRole("button", { name: "More" }));
  await page.getByRole("menuitem", { name: "Create another gym" }).click();
  await expect(page.getByRole("heading", { name: "Create another gym" })).toBeVisible();
  const staff = await device({ as: people.admin, ...phone });
  await staff.goto("/manage/iron-temple");
  await openMenu(staff.getByRole("button", { name: "More" }));
  await expect(staff.getByRole("menuitem", { name: "Settings" })).toBeVisible();
  await expect(staff.getByRole("menuitem", { name: "Create another gym" })).toHaveCount(0);
});

test("a platform administrator creates a gym and its owner is invited", async ({ device, baseURL }) => {
  const page = await device({ as: people.root });
  const name = unique("Harbour");
  const email = `${name.toLowerCase()}@example.com`;
  await page.goto(`/platform?q=${name}`);
  await page.getByRole("button", { name: "Create gym" }).click();
  const dialog = page.getByRole("dialog", { name: "Create a gym for its owner" });
  await dialog.getByRole("button", { name: "Create gym and invite" }).click();
  await expect(dialog.getByLabel("Gym name")).toBeFocused();
  await dialog.getByLabel("Gym name").fill(name);
  await dialog.getByLabel("First location").fill("Pier 4");
  await dialog.getByRole("button", { name: "Create gym and invite" }).click();
  await expect(dialog.getByLabel("Owner's e-mail")).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel("Owner's e-mail").fill(email);
  await dialog.getByRole("button", { name: "Create gym and invite" }).click();
  await expect(page.getByText(`${name} created. Invitation sent to ${email}`)).toBeVisible();
  await expect(page.getByRole("cell", { name, exact: true })).toBeVisible();
  expect(await mailedToken(baseURL ?? "", email)).toMatch(/^\S{20,}$/);
});
