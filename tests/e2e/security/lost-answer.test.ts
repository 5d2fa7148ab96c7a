import type { Page } from "playwright/test";
import { alertOn, expect, test } from "@/tests/e2e/support/journey";
import { newGym } from "@/tests/e2e/support/new-gym";

/** The server does what it was asked to, and the line breaks before its answer is through. */
async function loseOneAnswer(page: Page, address: string): Promise<void> {
  await page.route(
    address,
    async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    },
    { times: 1 },
  );
}

test("R13 a member whose saving lost its answer is added once by saving again, also after a reload", async ({
  device,
  baseURL,
}) => {
  const { slug, owner, api } = await newGym(baseURL ?? "");
  const page = await device({ as: owner });
  const fill = async () => {
    await page.getByLabel("First name").fill("Lena");
    await page.getByLabel("Last name").fill("Lost");
  };
  const save = () => page.getByRole("button", { name: "Add member" }).click();
  await page.goto(`/manage/${slug}/members/new`);
  await fill();
  await loseOneAnswer(page, "**/api/v1/members");
  await save();
  await expect(alertOn(page)).toContainText("The server cannot be reached");
  await loseOneAnswer(page, "**/api/v1/members");
  await save();
  await expect(page.getByRole("button", { name: "Add member" })).toBeEnabled();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await fill();
  await save();
  await page.waitForURL(/\/members\/[0-9a-f-]{36}$/);
  const { data } = (await api.get("/api/v1/members?q=Lost")) as unknown as { data: unknown[] };
  expect(data.length).toBe(1);
});

test("R13 a changed form after a lost response gives a warning, and nothing is created twice without consent", async ({
  device,
  baseURL,
}) => {
  const { slug, owner, api } = await newGym(baseURL ?? "");
  const page = await device({ as: owner });
  const count = async () => ((await api.get("/api/v1/members?q=Lost")) as unknown as { data: unknown[] }).data.length;
  await page.goto(`/manage/${slug}/members/new`);
  await page.getByLabel("First name").fill("Lena");
  await page.getByLabel("Last name").fill("Lost");
  await loseOneAnswer(page, "**/api/v1/members");
  await page.getByRole("button", { name: "Add member" }).click();
  await expect(alertOn(page)).toContainText("The server cannot be reached");
  await page.getByLabel("First name").fill("Helena");
  await page.getByRole("button", { name: "Add member" }).click();
  await expect(alertOn(page)).toContainText("The previous attempt was saved, but its response was lost.");
  expect(await count()).toBe(1);
  await page.getByRole("button", { name: "Add member" }).click();
  await page.waitForURL(/\/members\/[0-9a-f-]{36}$/);
  expect(await count()).toBe(2);
});
