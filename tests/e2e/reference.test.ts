import { Api } from "./support/api";
import { expectAccessible } from "./support/axe";
import { gym, password, people } from "./support/demo";
import { expect, test } from "./support/journey";

/** What axe finds in these is theirs: contrast and buttons within buttons in the one, skipped headings in the other. */
const drawnBySwagger = [".swagger-ui"];
const drawnByRedoc = [".redoc-wrap"];

test("a pasted token works in the API reference, under the policy of the page", async ({ device, baseURL }) => {
  const { access_token } = await new Api(baseURL ?? "").post("/api/v1/auth/login", { email: people.owner, password });
  const page = await device();
  await page.goto("/docs");
  await page.getByRole("button", { name: "Authorize" }).first().click();
  const dialog = page.locator(".dialog-ux");
  await dialog.locator("input").first().fill(String(access_token));
  await dialog.getByRole("button", { name: "Apply credentials" }).first().click();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  // Only the visible part of a long list is rendered; the URL of an operation opens it, and the token is stored.
  await page.goto("/docs?tag=Sign-in#/Sign-in/auth.me");
  await page.reload();
  const operation = page.locator(".opblock.is-open", { hasText: "/api/v1/auth/me" }).first();
  await operation.getByRole("button", { name: "Execute" }).click();
  const answer = operation.locator(".live-responses-table .response").first();
  await expect(answer.locator(".response-col_status")).toContainText("200");
  await expect(answer).toContainText(gym.slug);
  await expectAccessible(page, { except: drawnBySwagger });
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
