import { expectAccessible } from "./support/axe";
import { gym, password, people } from "./support/demo";
import { expect, test } from "./support/journey";
import { hydrated } from "./support/menu";

/** What axe finds in these is theirs: contrast and buttons within buttons in the one, skipped headings in the other. */
const drawnBySwagger = [".swagger-ui"];
const drawnByRedoc = [".redoc-wrap"];

test("a token of the form works in the API reference, under the policy of the page, and is not stored", async ({
  device,
}) => {
  const page = await device({ colorScheme: "dark" });
  await page.goto("/docs");
  await (await hydrated(page.getByLabel("E-mail"))).fill(people.owner);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Get token" }).click();
  await expect(page.getByRole("button", { name: "Forget the token" })).toBeVisible();
  await page.getByRole("navigation", { name: "Parts of the API" }).getByRole("link", { name: "Sign-in" }).click();
  const operation = page.locator(".opblock", { hasText: "/api/v1/auth/me" }).first();
  await operation.locator(".opblock-summary-control").click();
  await operation.getByRole("button", { name: "Execute" }).click();
  const answer = operation.locator(".live-responses-table .response").first();
  await expect(answer.locator(".response-col_status")).toContainText("200");
  await expect(answer).toContainText(gym.slug);
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(stored).not.toContain("eyJ");
  await expectAccessible(page, { except: drawnBySwagger });
});

test("the examples name the records of the signed-in gym, and run", async ({ device }) => {
  const page = await device();
  await page.goto("/docs?tag=Members#/Members/members.get");
  await (await hydrated(page.getByLabel("E-mail"))).fill(people.owner);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Get token" }).click();
  await expect(page.getByRole("button", { name: "Forget the token" })).toBeVisible();
  const operation = page.locator(".opblock.is-open").first();
  await operation.getByRole("button", { name: "Execute" }).click();
  await expect(operation.locator(".live-responses-table .response-col_status").last()).toContainText("200");
});

test("the reading reference shows the operations without requests to other servers", async ({ device, baseURL }) => {
  const page = await device();
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(`${baseURL}/`)) elsewhere.push(request.url());
  });
  await page.goto("/redoc");
  await page.getByRole("link", { name: "Check-in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Check a member in" })).toBeAttached({ timeout: 30_000 });
  await expectAccessible(page, { except: drawnByRedoc });
  expect(elsewhere).toEqual([]);
});
