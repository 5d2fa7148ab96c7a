import type { BrowserContext, Page } from "playwright/test";
import type { Api } from "./support/api";
import { expectAccessible } from "./support/axe";
import { expect, phone, test } from "./support/journey";
import { hydrated } from "./support/menu";
import { newGym, signedIn } from "./support/new-gym";
import { TimedServer } from "./support/timed-server";

/** The bank asks the payer once. Later charges find no money. */
const asksThenEmpty = "4000008260003178";
const good = "4242424242424242";
const code = "987";

const type = async (page: Page, number: string) => {
  await (await hydrated(page.getByLabel("Card number"))).fill(number);
  await page.getByLabel("Expiry").fill("12 / 49");
  await page.getByLabel("Security code", { exact: true }).fill(code);
};

/** Everything that the browser sends from now on. */
function sentBy(context: BrowserContext): string[] {
  const sent: string[] = [];
  context.on("request", (request) => void sent.push(`${request.url()} ${request.postData() ?? ""}`));
  return sent;
}

type Case = { id: string; tries: number; status: string; last_decline_code: string; next_try_at: string | null };

const casesOf = async (api: Api, query = "") =>
  ((await api.get(`/api/v1/dunning${query}`)) as unknown as { data: Case[] }).data;

test("a bill is paid by link with 3-D Secure; the next one is declined, tried again, paid by a new card, refunded in part", async ({
  device,
}) => {
  test.setTimeout(300_000);
  const server = await TimedServer.start(Number(process.env.E2E_PORT ?? 3100) + 50);
  try {
    const { baseURL } = server;
    const gym = await newGym(baseURL);
    await gym.api.post("/api/v1/payment-gateways", { vendor: "sandbox" });
    const member = await gym.api.post("/api/v1/members", { first_name: "Priya", last_name: "Raman" });
    const sold = await gym.api.post("/api/v1/memberships", { member_id: member.id, plan_id: gym.plan_id });
    const { data: first } = (await gym.api.get(`/api/v1/invoices?member_id=${member.id}`)) as unknown as {
      data: { id: string }[];
    };
    const { url } = await gym.api.post(`/api/v1/invoices/${first[0]?.id}/payment-links`, {});

    // The member pays on the phone; the bank asks.
    const page = await device({ ...phone, baseURL });
    const sent = sentBy(page.context());
    await page.goto(new URL(String(url)).pathname);
    await type(page, asksThenEmpty);
    await page.getByRole("checkbox", { name: "Use this for the next bills" }).check();
    await page.getByRole("button", { name: "Pay $89.00" }).click();
    await (await hydrated(page.getByRole("button", { name: "Approve" }))).click();
    await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeFocused();

    // A month later the renewal is declined, and tried again on the days of the schedule.
    await server.advance({ days: 31 });
    let api = await signedIn(gym.api, gym.owner);
    await expect.poll(async () => (await casesOf(api)).length, { timeout: 60_000 }).toBe(1);
    const [failed] = await casesOf(api);
    expect(failed).toMatchObject({ tries: 1, last_decline_code: "insufficient_funds" });
    const desk = await device({ as: gym.owner, baseURL, viewport: { width: 1440, height: 900 } });
    await desk.goto(`/manage/${gym.slug}/dunning`);
    await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Failed payments");
    await expect(desk.getByText("Priya Raman").first()).toBeVisible();
    await expectAccessible(desk);
    for (const [days, tries] of [
      [1, 2],
      [3, 3],
    ] as const) {
      await server.advance({ days });
      api = await signedIn(gym.api, gym.owner);
      await expect.poll(async () => (await casesOf(api))[0]?.tries, { timeout: 60_000 }).toBe(tries);
    }

    // The member saves another card by a link, and the debt is collected at once.
    const request = await api.post("/api/v1/payment-methods/requests", { member_id: member.id });
    await page.goto(new URL(String(request.url)).pathname);
    await type(page, good);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: "Visa 4242 is saved" })).toBeFocused();
    await expect.poll(async () => (await casesOf(api, "?status=ended")).length, { timeout: 60_000 }).toBe(1);
    const { data: bills } = (await api.get(`/api/v1/invoices?member_id=${member.id}`)) as unknown as {
      data: { id: string; open_minor: number }[];
    };
    expect(bills.map(({ open_minor }) => open_minor)).toEqual([0, 0]);

    // A part is refunded, and confirmed by the gateway.
    const { data: payments } = (await api.get("/api/v1/payments")) as unknown as { data: { id: string }[] };
    const refund = { amount_minor: 2_000, invoice_id: bills[0]?.id, reason: "Two classes fell out" };
    await api.post(`/api/v1/payments/${payments[0]?.id}/refunds`, refund);
    const refunds = async () =>
      ((await api.get("/api/v1/refunds")) as unknown as { data: { status: string; amount_minor: number }[] }).data;
    await expect.poll(refunds, { timeout: 60_000 }).toMatchObject([{ status: "succeeded", amount_minor: 2_000 }]);
    expect((await api.get(`/api/v1/memberships/${sold.id}`)).status).toBe("active");

    expect(sent.length).toBeGreaterThan(10);
    for (const secret of [asksThenEmpty, good, code])
      expect(sent.filter((one) => new RegExp(`\\b${secret}\\b`).test(one))).toEqual([]);
  } finally {
    await server.stop();
  }
});
