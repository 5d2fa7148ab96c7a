import { expect, expectAccessible, signIn, test } from "@/tests/support/browser";

test("the owner of the demo gym signs in and stands in their own gym", async ({ page }) => {
  await signIn(page, "owner@demo.fitflow.test");
  await page.waitForURL("**/manage/iron-temple**");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a wrong password is refused in the words it would have for an unknown account", async ({ page }) => {
  const refusalFor = async (email: string) => {
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    const alert = page.locator('form [role="alert"]').first();
    await expect(alert).toBeVisible();
    return alert.textContent();
  };
  const known = await refusalFor("owner@demo.fitflow.test");
  expect(known).toBeTruthy();
  expect(await refusalFor("nobody@demo.fitflow.test")).toBe(known);
});

test("the sign-in page is usable by everybody", async ({ page }) => {
  await page.goto("/sign-in");
  await expectAccessible(page);
});
