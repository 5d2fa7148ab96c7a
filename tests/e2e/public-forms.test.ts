import { expectAccessible } from "./support/axe";
import { alertOn, expect, test } from "./support/journey";
import { hydrated } from "./support/menu";
import { unique } from "./support/new-gym";

test("a public form says beside each field what is missing, and begins with the first", async ({ device }) => {
  const page = await device();
  await page.goto("/sign-up");
  await expect(page.getByLabel("Time zone")).toHaveValue("America/New York");
  await page.getByRole("button", { name: "Create your gym" }).click();
  const gym = page.getByLabel("Gym name");
  await expect(gym).toBeFocused();
  await expect(gym).toHaveAttribute("aria-invalid", "true");
  await expect(gym).toHaveAccessibleDescription("Fill this in");
  await expect(page.getByLabel("Your e-mail")).toHaveAccessibleDescription(
    "Write the e-mail address as name@example.com",
  );
  await expect(page.getByLabel("Choose a password")).toHaveAccessibleDescription("Use at least 8 characters");
  await expectAccessible(page);
  await gym.fill("N");
  await expect(gym).not.toHaveAttribute("aria-invalid");
  await expect(gym).toBeFocused();
  await gym.fill("N".repeat(100));
  await expect(gym).toHaveValue("N".repeat(80));
});

test("what the server refuses appears at its field, and everything typed stays", async ({ device }) => {
  const page = await device();
  await page.goto("/sign-up");
  const typed = {
    "Gym name": unique("Pier"),
    "First location": "Harbour",
    "Your name": " ",
    "Your e-mail": "sam@example.com",
    "Choose a password": "a long enough one",
  };
  for (const [label, text] of Object.entries(typed)) await page.getByLabel(label).fill(text);
  await page.getByRole("button", { name: "Create your gym" }).click();
  const name = page.getByLabel("Your name");
  await expect(name).toHaveAccessibleDescription("Fill this in");
  await expect(name).toBeFocused();
  for (const [label, text] of Object.entries(typed)) await expect(page.getByLabel(label)).toHaveValue(text);
  await expect(page.getByLabel("Time zone")).toHaveValue("America/New York");
  await expect(page.getByLabel("Currency")).toHaveValue("USD");
});

test("a lost connection keeps the password and can be repeated with Enter", async ({ device }) => {
  const page = await device();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("sam@example.com");
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("not known here");
  await page.route("**/api/auth/**", (route) => route.abort());
  await page.keyboard.press("Enter");
  await expect(alertOn(page)).toContainText("The server cannot be reached");
  await expect(password).toHaveValue("not known here");
  await expect(password).toBeFocused();
  await page.unroute("**/api/auth/**");
  await page.keyboard.press("Enter");
  await expect(alertOn(page)).toContainText(/password/i);
  await expect(password).toHaveValue("");
});

test("Tab leads through sign-in in its order, and what only some need comes last", async ({ device }) => {
  const page = await device();
  await page.goto("/sign-in");
  await (await hydrated(page.getByLabel("E-mail"))).focus();
  for (const next of [
    page.getByLabel("Password", { exact: true }),
    page.getByRole("button", { name: "Sign in", exact: true }),
    page.getByRole("link", { name: "Forgot password?" }),
    page.getByRole("link", { name: "Send me a sign-in link" }),
    page.getByRole("button", { name: "Show password" }),
  ]) {
    await page.keyboard.press("Tab");
    await expect(next).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "text");
});
