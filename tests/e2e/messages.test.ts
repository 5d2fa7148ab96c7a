import type { Page } from "playwright/test";
import { expectAccessible } from "./support/axe";
import { gym as demo, people } from "./support/demo";
import { expect, phone, test } from "./support/journey";
import { openMenu } from "./support/menu";
import { type NewGym, newGym, unique } from "./support/new-gym";

/** A member with an address who agreed to offers. */
async function newReader(gym: NewGym, first_name: string, has_marketing_consent: boolean): Promise<string> {
  const email = `${unique(first_name.toLowerCase())}@example.com`;
  await gym.api.post("/api/v1/members", { first_name, last_name: "Reader", email, has_marketing_consent });
  return email;
}

async function compose(page: Page, gym: NewGym, name: string): Promise<void> {
  await page.goto(`/manage/${gym.slug}/messages`);
  await page.getByRole("link", { name: "New bulk message" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Subject").fill(name);
  await page.getByLabel("Message", { exact: true }).fill("Hello ");
  await openMenu(page.getByRole("button", { name: "Insert variable", exact: true }));
  await page.getByRole("menuitem", { name: /First name/ }).click();
  await page.getByLabel("Message", { exact: true }).press("End");
  await page.getByLabel("Message", { exact: true }).pressSequentially(", over Easter we open at 10.");
  // The last preview is there: while one is on its way, the button does not send.
  const letter = page.getByRole("region", { name: "Preview" }).frameLocator("iframe");
  await expect(letter.getByRole("paragraph").filter({ hasText: "over Easter we open at 10." })).toBeVisible();
}

const state = (page: Page, word: string) =>
  page
    .getByRole("list", { name: "Messages by state" })
    .getByRole("listitem")
    .filter({ has: page.getByText(word, { exact: true }) })
    .getByRole("link");

test("a bulk message goes once to members who agreed, and never again to a member who unsubscribes by its link", async ({
  device,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const gym = await newGym(baseURL ?? "");
  // At whatever hour this runs, nothing waits for the morning.
  await gym.api.patch(`/api/v1/organizations/${gym.id}`, {
    policies: { quiet_hours_from: "00:00", quiet_hours_to: "00:00" },
  });
  const nadia = await newReader(gym, "Nadia", true);
  await newReader(gym, "Tom", true);
  await newReader(gym, "Silent", false);
  const office = await device({ as: gym.owner });
  let unsubscribeAddress = "";

  await test.step("who gets it is known before it goes out", async () => {
    await compose(office, gym, "Easter hours");
    await expect(office.getByLabel("Message", { exact: true })).toHaveValue(
      "Hello {{first_name}}, over Easter we open at 10.",
    );
    const excluded = office.getByLabel("Excluded");
    await expect(excluded).toContainText("No marketing consent");
    await expect(excluded).toContainText("1");
    await expect(office.getByRole("button", { name: "Send to 2 members" })).toBeEnabled();
    await expectAccessible(office);
  });

  await test.step("two clicks send it once, and its progress moves by itself", async () => {
    await office.getByRole("button", { name: "Send to 2 members" }).dblclick();
    await office.waitForURL(/\/messages\/bulk\/[0-9a-f-]{36}$/);
    await expect(office.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(state(office, "Sent")).toHaveText("2");
    await expect(state(office, "Not sent")).toHaveText("1");
    await expectAccessible(office);
    await state(office, "Not sent").click();
    await expect(office.getByRole("row").filter({ hasText: "Silent Reader" })).toContainText("No marketing consent");
    await expectAccessible(office);
    await office.getByRole("link", { name: "Bulk messages", exact: true }).click();
    await expect(office.getByRole("link", { name: "Easter hours" })).toHaveCount(1);
  });

  await test.step("the reader finds it in the outbox and unsubscribes by its link", async () => {
    const reader = await device(phone);
    await reader.goto("/outbox");
    await reader.getByRole("listitem").filter({ hasText: nadia }).getByRole("link", { name: "Easter hours" }).click();
    await expect(reader.getByText("Hello Nadia, over Easter we open at 10.").first()).toBeVisible();
    // In the frame nothing opens: it only shows the mail.
    const link = reader.frameLocator("iframe").getByRole("link", { name: "Unsubscribe" });
    unsubscribeAddress = (await link.getAttribute("href")) ?? "";
    await reader.goto(unsubscribeAddress);
    await expectAccessible(reader);
    await reader.getByRole("button", { name: "Unsubscribe" }).click();
    await expect(reader.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
    await reader.getByRole("button", { name: "Subscribe again" }).click();
    await expect(reader.getByRole("heading", { name: "Unsubscribe from offers and news?" })).toBeVisible();
  });

  await test.step("the mail program's own button does the same at the link's address", async () => {
    const reader = await device(phone);
    const click = { form: { "List-Unsubscribe": "One-Click" }, headers: { origin: "https://mail.example" } };
    expect((await reader.request.post(unsubscribeAddress, click)).status()).toBe(200);
    expect((await reader.request.post(`${unsubscribeAddress}x`, click)).status()).toBe(410);
    await reader.goto(unsubscribeAddress);
    await expect(reader.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
  });

  await test.step("the next one does not go to that reader, and says why", async () => {
    await compose(office, gym, "Summer hours");
    await expect(office.getByLabel("Excluded")).toContainText("Opted out");
    await office.getByRole("button", { name: "Send to 1 member", exact: true }).click();
    await office.waitForURL(/\/messages\/bulk\/[0-9a-f-]{36}$/);
    await expect(office.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(state(office, "Sent")).toHaveText("1");
    await state(office, "Not sent").click();
    await office
      .getByRole("row")
      .filter({ hasText: "Nadia Reader" })
      .getByRole("link", { name: "Summer hours" })
      .click();
    await office.waitForURL(/\/messages\/[0-9a-f-]{36}/);
    await expect(office.getByText("Opted out").first()).toBeVisible();
    await expectAccessible(office);
  });
});

test("a provider that refuses the gym is named on every page until its settings are corrected", async ({
  device,
  baseURL,
}) => {
  const gym = await newGym(baseURL ?? "");
  const office = await device({ as: gym.owner });
  const provider = "/api/v1/notification-providers/email";
  const server = { from_email: "hello@example.com", host: "127.0.0.1", port: "587", security: "starttls" };
  await gym.api.put(provider, { vendor: "smtp", settings: server, secrets: {} });
  await gym.api.post(`${provider}/tests`, { to: "me@example.com" });
  await office.goto(`/manage/${gym.slug}/messages`);
  const banner = office.getByText("E-mail: the provider rejects your credentials");
  await expect(banner).toBeVisible();
  await expectAccessible(office);
  await office.getByRole("link", { name: "Update them in settings" }).click();
  await office.waitForURL(/\/settings\/messages$/);
  await expect(office.getByText(/127\.0\.0\.1 is not on the public internet/)).toBeVisible();
  await expectAccessible(office);
  await gym.api.put(provider, { vendor: "local", settings: {}, secrets: {} });
  await office.reload();
  await expect(office.getByText("These messages are stored in the outbox of this server").first()).toBeVisible();
  await expect(banner).toHaveCount(0);
});

test("P7 the form asks for a guardian below the age that the gym's policy names", async ({ device, baseURL }) => {
  const gym = await newGym(baseURL ?? "");
  await gym.api.patch(`/api/v1/organizations/${gym.id}`, { policies: { adult_age: 16 } });
  const office = await device({ as: gym.owner });
  await office.goto(`/manage/${gym.slug}/members/new`);
  const born = (years_ago: number) => `${new Date().getUTCFullYear() - years_ago}-01-01`;
  await office.getByLabel("Birthday").fill(born(15));
  await expect(office.getByLabel("Parent or guardian")).toBeVisible();
  await expect(office.getByText("Required for check-in under the age of 16")).toBeVisible();
  await office.getByLabel("Birthday").fill(born(17));
  await expect(office.getByLabel("Parent or guardian")).toBeHidden();
});

test("a schedule is moved to another hour, and shows its next run", async ({ device, baseURL }) => {
  const gym = await newGym(baseURL ?? "");
  const office = await device({ as: gym.owner });
  await office.goto(`/manage/${gym.slug}/settings/schedules`);
  const birthday = office.getByRole("listitem").filter({ hasText: "Birthday wishes" });
  await birthday.getByLabel("Time of Birthday wishes").fill("10:30");
  await birthday.getByRole("button", { name: "Save" }).click();
  await expect(birthday).toContainText("10:30 am");
  await birthday.getByRole("switch", { name: "Birthday wishes" }).click();
  await expect(birthday).toContainText("Switched off.");
  await expectAccessible(office);
});

test("a member decides on the phone what the gym may send", async ({ device }) => {
  const page = await device({ as: people.member, ...phone });
  await page.goto(`/me/${demo.slug}/you/messages`);
  const reminders = page.getByRole("switch", { name: "Reminders by e-mail" });
  await expect(reminders).toBeChecked();
  const saved = page.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok());
  await reminders.click();
  await saved;
  await page.reload();
  await expect(reminders).not.toBeChecked();
  await expect(page.getByRole("switch", { name: "Essential by e-mail" })).toBeDisabled();
  await expectAccessible(page);
  await reminders.click();
  await expect(reminders).toBeChecked();
});
