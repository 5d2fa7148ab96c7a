import type { BrowserContext, Page } from "playwright/test";
import { expectAccessible } from "./support/axe";
import { expect, phone, test } from "./support/journey";
import { hydrated } from "./support/menu";
import { type NewGym, newGym, newMember } from "./support/new-gym";

const noFunds = "4000000000009995";
const asksBank = "4000002500003155";

let known: Promise<NewGym> | undefined;

/** One gym with the sandbox for all tests of this file, because the server limits the registrations from one address. */
function sandboxGym(baseURL: string): Promise<NewGym> {
  known ??= newGym(baseURL).then(async (gym) => {
    await gym.api.post("/api/v1/payment-gateways", { vendor: "sandbox" });
    return gym;
  });
  return known;
}

/** A bill of 89.00 and a link to pay it. */
async function billed(gym: NewGym): Promise<{ member_id: string; path: string }> {
  const { id: member_id } = await newMember(gym, "Priya", "Raman", { without_plan: true });
  const lines = [{ description: "Ten classes", quantity: 1, price_minor: 8_900 }];
  const { id } = await gym.api.post("/api/v1/invoices", { member_id, lines });
  await gym.api.post(`/api/v1/invoices/${id}/finalizations`, {});
  const { url } = await gym.api.post(`/api/v1/invoices/${id}/payment-links`, {});
  return { member_id, path: new URL(String(url)).pathname };
}

/** Everything that the browser sends from now on. */
function sentBy(context: BrowserContext): string[] {
  const sent: string[] = [];
  context.on("request", (request) => void sent.push(`${request.url()} ${request.postData() ?? ""}`));
  return sent;
}

const type = async (page: Page, number: string) => {
  await page.getByLabel("Card number", { exact: true }).fill(number);
  await page.getByLabel("Expiry", { exact: true }).fill("12 / 49");
  await page.getByLabel("Security code", { exact: true }).fill("987");
};

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const colorScheme of ["light", "dark"] as const) {
  test(`a bill is paid by link on the phone, in ${colorScheme} colours: refused, confirmed with the bank, paid`, async ({
    device,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const gym = await sandboxGym(baseURL ?? "");
    const { path } = await billed(gym);
    const page = await device({ ...phone, colorScheme });
    const sent = sentBy(page.context());
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("$89.00");
    await expect(page.getByText(/Priya R\. · bill INV-/)).toBeVisible();
    await expect(page.getByRole("radio", { name: "UPI" })).toHaveCount(0);
    await expect(page.getByLabel("Card number", { exact: true })).toBeVisible();
    await expectAccessible(page);
    expect(await sideways(page)).toBe(0);

    // A number that is no test card stays here.
    await type(page, "4111111111111111");
    await page.getByRole("button", { name: "Pay $89.00" }).click();
    await expect(page.getByText("Use one of the test cards.")).toBeVisible();

    await type(page, noFunds);
    await page.getByRole("button", { name: "Pay $89.00" }).click();
    const refused = page.getByRole("alert").filter({ hasText: "Your bank said no" });
    await expect(refused).toBeFocused();
    await expect(refused).toContainText("There was not enough money on it. Nothing was charged.");
    await expect(page.getByRole("heading", { name: "What you can do" })).toBeVisible();
    await expectAccessible(page);

    await type(page, asksBank);
    await page.getByRole("button", { name: "Pay $89.00" }).click();
    await (await hydrated(page.getByRole("button", { name: "Approve" }))).click();
    await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeFocused();
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();

    expect(sent.length).toBeGreaterThan(5);
    for (const number of [noFunds, asksBank, "4111111111111111", "987"])
      expect(sent.filter((one) => new RegExp(`\\b${number}\\b`).test(one))).toEqual([]);
    expect(sent.filter((one) => !one.startsWith(baseURL ?? ""))).toEqual([]);
  });
}

test("staff ask for a card, the payer saves it by link, and staff see it as the default", async ({
  device,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const gym = await sandboxGym(baseURL ?? "");
  const { member_id } = await billed(gym);
  const desk = await device({ as: gym.owner, viewport: { width: 1280, height: 800 } });
  await desk.goto(`/manage/${gym.slug}/members/${member_id}?tab=invoices`);
  await (await hydrated(desk.getByRole("button", { name: "Ask for a card" }))).click();
  await desk.getByRole("button", { name: "Send the link" }).click();
  await expect(desk.getByRole("dialog", { name: "The link is ready" })).toContainText("It was not sent");
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Done" }).click();

  const { url } = await gym.api.post("/api/v1/payment-methods/requests", { member_id });
  const page = await device({ ...phone, colorScheme: "dark" });
  await page.goto(new URL(String(url)).pathname);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Save a payment method");
  await expectAccessible(page);
  await type(page, asksBank);
  await page.getByRole("button", { name: "Save" }).click();
  await (await hydrated(page.getByRole("button", { name: "Approve" }))).click();
  await expect(page.getByRole("heading", { name: "Visa 3155 is saved" })).toBeFocused();
  await expectAccessible(page);

  await desk.reload();
  const methods = desk.getByRole("region", { name: "Payment methods" });
  await expect(methods.getByRole("listitem")).toContainText("Visa 3155");
  await expect(methods.getByText("Default")).toBeVisible();
  await expectAccessible(desk);
  await (await hydrated(methods.getByRole("button", { name: "Remove Visa 3155" }))).click();
  const question = desk.getByRole("dialog", { name: "Remove Visa 3155?" });
  await expect(question).toContainText("Later bills are not charged by themselves any more.");
  await question.getByRole("button", { name: "Remove Visa 3155" }).click();
  await expect(methods).toContainText("Priya has saved no payment method.");
});

/** What Stripe's script does in a page: it opens a frame of Stripe's, and says that the fields are there. */
const stripeScript = `window.Stripe = () => ({ elements: () => ({
  create: () => { const handlers = {}; return {
    on: (name, handler) => { handlers[name] = handler; },
    mount: (place) => {
      const frame = document.createElement("iframe");
      frame.title = "Secure payment input frame";
      frame.src = "https://js.stripe.com/v3/frame.html";
      frame.onload = () => fetch("https://api.stripe.com/v1/ping").then(() => handlers.ready());
      place.append(frame);
    },
    destroy: () => {},
  }; },
  update: () => {}, submit: async () => ({ error: { type: "validation_error", message: "Your card number is incomplete." } }),
}) });`;

test("the page of a Stripe gym loads Stripe's form under the page's policy, and that of another gym loads nothing", async ({
  device,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const gym = await newGym(baseURL ?? "");
  await gym.api.post("/api/v1/payment-gateways", {
    vendor: "stripe",
    settings: { publishable_key: "pk_test_0001" },
    secrets: { secret_key: "sk_test_secret0001" },
  });
  const { path } = await billed(gym);
  const page = await device(phone);
  const asked: string[] = [];
  await page.context().route(/stripe\.com/, async (route) => {
    const url = route.request().url();
    asked.push(url);
    if (url === "https://js.stripe.com/v3/")
      return route.fulfill({ contentType: "text/javascript", body: stripeScript });
    if (url.endsWith("frame.html"))
      return route.fulfill({
        contentType: "text/html",
        body: "<!doctype html><html lang=en><title>x</title><p>Fields",
      });
    return route.fulfill({ headers: { "access-control-allow-origin": "*" }, body: "{}" });
  });
  await page.goto(path);
  await expect(page.getByRole("button", { name: "Pay $89.00" })).toBeEnabled();
  await expect(page.getByRole("main").getByText("Your card number goes to Stripe, never to")).toBeVisible();
  await page.getByRole("button", { name: "Pay $89.00" }).click();
  await expect(page.getByText("Your card number is incomplete.")).toBeVisible();
  expect(new Set(asked)).toEqual(
    new Set(["https://js.stripe.com/v3/", "https://js.stripe.com/v3/frame.html", "https://api.stripe.com/v1/ping"]),
  );
});

test("the page of a Razorpay gym shows one button, because the rest is in a window of Razorpay", async ({
  device,
  baseURL,
}) => {
  const gym = await newGym(baseURL ?? "");
  await gym.api.post("/api/v1/payment-gateways", {
    vendor: "razorpay",
    settings: { key_id: "rzp_test_0001" },
    secrets: { key_secret: "secret0001" },
  });
  const { path } = await billed(gym);
  const page = await device(phone);
  await page
    .context()
    .route(/razorpay\.com/, (route) =>
      route.fulfill({ contentType: "text/javascript", body: "window.Razorpay = class {};" }),
    );
  await page.goto(path);
  await expect(page.getByRole("button", { name: "Pay $89.00" })).toBeEnabled();
  await expect(page.getByRole("main").getByText("Your card number goes to Razorpay, never to")).toBeVisible();
  await expectAccessible(page);
});
