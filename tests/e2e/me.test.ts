import type { Page } from "playwright/test";
import { expectAccessible } from "./support/axe";
import { gym, people } from "./support/demo";
import { expect, phone, test } from "./support/journey";

const minute = 60_000;
const code = (page: Page) => page.getByRole("img", { name: "Entry code" });
const drawing = (page: Page) => code(page).locator("path").getAttribute("d");

for (const colorScheme of ["light", "dark"] as const) {
  test(`a member reads pass, membership, visits and profile on the phone, in ${colorScheme} colours`, async ({
    device,
  }) => {
    const page = await device({ as: people.member, ...phone, colorScheme });
    await page.goto(`/me/${gym.slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hello, Maya");
    await expect(code(page)).toBeVisible();
    await expect(page.getByText(/New code in \d+ s\. Works offline\./)).toBeVisible();
    await expectAccessible(page);

    const tabs = page.getByRole("navigation", { name: "Main, on the phone" });
    await tabs.getByRole("link", { name: "Membership" }).click();
    await expect(page.getByText("The next bill is $89.00")).toBeVisible();
    await expectAccessible(page);

    await tabs.getByRole("link", { name: "Visits" }).click();
    await expect(page.getByRole("listitem").first()).toContainText("Brooklyn");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Earlier" }).click();
    await expect(page.getByRole("link", { name: "Newest" })).toBeVisible();

    await tabs.getByRole("link", { name: "Profile" }).click();
    await expect(page.getByLabel("Phone", { exact: true })).toHaveValue(/^\+1/);
    await expectAccessible(page);
  });
}

test("the code changes before it expires, and goes on for ten minutes without signal", async ({ device }) => {
  const page = await device({ as: people.member, ...phone });
  await page.clock.install();
  // An answer that is still on its way would set the page's time by a clock that has leapt meanwhile.
  const fetched = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/me/pass"));
  await page.goto(`/me/${gym.slug}`);
  await fetched;
  await expect(page.getByText(/Works offline/)).toBeVisible();
  const first = await drawing(page);
  await page.clock.fastForward(31_000);
  await expect.poll(() => drawing(page)).not.toBe(first);

  await page.context().setOffline(true);
  await expect(page.getByText(/^Offline\. New code in \d+ s/)).toBeVisible();
  const before = await drawing(page);
  await page.clock.fastForward(5 * minute);
  await expect.poll(() => drawing(page)).not.toBe(before);
  await page.clock.fastForward(6 * minute);
  await expect(page.getByText("Your codes expired while you were offline.")).toBeVisible();
  await expect(code(page)).toHaveCount(0);

  await page.context().setOffline(false);
  await expect(code(page)).toBeVisible();
});

test("a membership that does not open the door today says why and what to do, and the desk still gets its code", async ({
  device,
}) => {
  const page = await device({ as: people.member, ...phone });
  await page.route("**/api/v1/me", async (route) => {
    const answer = await route.fetch();
    const profile = (await answer.json()) as { entry: object };
    const entry = {
      ...profile.entry,
      outcome: "denied",
      reason: "frozen",
      title: "Frozen until 14 Mar",
      tell_member: "Your membership is frozen until 14 Mar. The desk can end the freeze early.",
    };
    await route.fulfill({ response: answer, json: { ...profile, entry } });
  });
  await page.goto(`/me/${gym.slug}`);
  await expect(page.getByRole("heading", { name: "Frozen until 14 Mar" })).toBeVisible();
  await expect(page.getByText("The desk can end the freeze early.")).toBeVisible();
  await expect(code(page)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show my code to the front desk" }).click();
  await expect(code(page)).toBeVisible();
});

test("a member corrects a phone number, and a wrong one is named beside its field", async ({ device }) => {
  const page = await device({ as: people.member, ...phone });
  await page.goto(`/me/${gym.slug}/you`);
  const number = page.getByLabel("Phone", { exact: true });
  await number.fill("0718 555");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(number).toHaveAccessibleDescription(/country prefix/);
  await expect(number).toHaveAttribute("aria-invalid", "true");
  await expect(number).toBeFocused();
  await expectAccessible(page);
  await number.fill("+1 718 555 0199");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(number).toHaveValue("+17185550199");
});
