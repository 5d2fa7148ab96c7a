import { gym, password, people } from "./support/demo";
import { test } from "./support/journey";

test("shots", async ({ device }) => {
  test.setTimeout(120_000);
  const page = await device({ as: people.owner, viewport: { width: 1280, height: 800 } });
  await page.goto(`/manage/${gym.slug}`);
  await page.waitForTimeout(2500);
  await page.screenshot({ path: "/tmp/shots/dashboard.png" });
  const dark = await device({ colorScheme: "dark", viewport: { width: 1280, height: 900 } });
  await dark.goto("/docs?tag=Members");
  await dark.waitForTimeout(4000);
  await dark.screenshot({ path: "/tmp/shots/docs-dark.png" });
  await dark.getByLabel("Password", { exact: true }).fill(password);
  await dark.getByLabel("E-mail").fill(people.owner);
  await dark.getByRole("button", { name: "Get token" }).click();
  await dark.waitForTimeout(4000);
  await dark.locator(".opblock-summary-control").nth(2).click();
  await dark.waitForTimeout(800);
  await dark.screenshot({ path: "/tmp/shots/docs-dark2.png", fullPage: true });
  await dark.goto("/redoc?tag=Members");
  await dark.waitForTimeout(6000);
  await dark.screenshot({ path: "/tmp/shots/redoc-dark.png" });
});
