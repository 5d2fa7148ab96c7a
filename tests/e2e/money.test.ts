import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { readPdf } from "@/tests/providers/pdf/read-pdf";
import { expectAccessible } from "./support/axe";
import { expect, phone, tablet, test } from "./support/journey";
import { openMenu } from "./support/menu";
import { type NewGym, newGym, newMember } from "./support/new-gym";

const dayOfGym = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" });
const daysAgo = (days: number) => dayOfGym.format(Date.now() - days * 86_400_000);

/** A second plan and a coupon for the first period. */
async function priced(gym: NewGym): Promise<void> {
  await gym.api.post("/api/v1/membership-plans", { name: "Anytime", kind: "recurring", price_minor: 12_900 });
  await gym.api.post("/api/v1/coupons", { code: "HALF", name: "Half off", percent_bp: 5_000, periods: 1 });
}

/** The balance stands in the rail, and on narrow windows at the top. */
const visibleText = (page: Page, text: string) =>
  page.getByText(text, { exact: true }).filter({ visible: true }).first();

const act = async (page: Page, plan: string, action: RegExp) => {
  await openMenu(page.getByRole("button", { name: `Actions for ${plan}` }));
  await page.getByRole("menuitem", { name: action }).click();
};

test("a membership is sold, paid in two ways, frozen, changed, refunded; the till is closed, the PDF read", async ({
  device,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const gym = await newGym(baseURL ?? "");
  await priced(gym);
  const { id } = await newMember(gym, "Yuki", "Tanabe", { without_plan: true });
  const page = await device({ as: gym.owner, viewport: { width: 1440, height: 900 } });
  const member = `/manage/${gym.slug}/members/${id}`;

  // Sell with a coupon.
  await page.goto(member);
  await page.getByRole("button", { name: "Sell membership" }).click();
  const sale = page.getByRole("dialog", { name: "Sell membership to Yuki Tanabe" });
  await sale.getByRole("radio", { name: /Unlimited/ }).check();
  await sale.getByText("Other date").click();
  await sale.getByLabel("First day").fill(daysAgo(20));
  await sale.getByLabel("Coupon code").fill("half");
  await sale.getByRole("button", { name: "Sell for $44.50" }).click();
  await expect(page.getByText("Unlimited sold to Yuki Tanabe")).toBeVisible();

  // Take half of it in cash, the rest by card, in one request.
  const till = `/desk/${gym.slug}/till`;
  await page.goto(`${till}?member=${id}`);
  await expect(page.getByText("owes $44.50")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Cash in the drawer now").fill("100");
  await page.getByRole("button", { name: "Open with $100.00" }).click();
  await expect(page.getByRole("link", { name: "Close the till…" })).toBeVisible();
  await page.getByRole("combobox", { name: "How it is paid" }).selectOption("cash");
  await page.getByRole("button", { name: "Another way" }).click();
  await expect(page.getByLabel("Amount of Cash")).toHaveValue("22.25");
  await page.getByRole("button", { name: "Other", exact: true }).click();
  await page.getByLabel("Cash handed over", { exact: true }).last().fill("30");
  await expect(page.getByText("$7.75")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(tablet.viewport);
  await expectAccessible(page, { rules: ["color-contrast", "target-size"] });
  await page.setViewportSize({ width: 1440, height: 900 });
  const [asked] = await Promise.all([
    page.waitForRequest((request) => request.method() === "POST" && request.url().includes("/api/v1/payments")),
    page.getByRole("button", { name: "Take $22.25 cash, $22.25 by card" }).click(),
  ]);
  expect(new URL(asked.url()).pathname).toBe("/api/v1/payments/splits");
  await expect(page.getByRole("heading", { name: "Received from Yuki Tanabe" })).toBeFocused();
  await expect(page.getByText("Change due")).toBeVisible();
  await expect(page.getByRole("link", { name: "Receipt 1 of 2" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Cash movements" }).getByText("+$22.25")).toBeVisible();
  await expectAccessible(page);

  // Freeze from ten days ago, and come back today.
  await page.goto(`${member}?tab=memberships`);
  await act(page, "Unlimited", /^Freeze membership/);
  const freeze = page.getByRole("dialog", { name: /^Freeze Unlimited/ });
  await freeze.getByLabel("First frozen day").fill(daysAgo(10));
  await freeze.getByLabel("Last frozen day").fill(daysAgo(-10));
  await freeze.getByRole("button", { name: /^Freeze from/ }).click();
  await expect(freeze).toHaveCount(0);
  await act(page, "Unlimited", /^Come back early/);
  const back = page.getByRole("dialog", { name: /^Come back early/ });
  await back.getByRole("button", { name: /^Return on/ }).click();
  await expect(back).toHaveCount(0);

  // Change the plan now.
  await act(page, "Unlimited", /^Change plan/);
  const change = page.getByRole("dialog", { name: /^Change Unlimited/ });
  await change.getByRole("radio", { name: /^Now/ }).check();
  await change.getByRole("button", { name: /change plan$|^Change plan/i }).click();
  await expect(page.getByText("Yuki Tanabe changed to Anytime")).toBeVisible();

  // Refund ten dollars of the first invoice, in cash.
  const invoices = (await gym.api.get(`/api/v1/invoices?member_id=${id}&status=paid`)) as unknown as {
    data: { id: string; number: string; total_minor: number }[];
  };
  const sold = invoices.data.find(({ total_minor }) => total_minor === 4_450);
  const invoice = `/manage/${gym.slug}/invoices/${sold?.id}`;
  await page.goto(invoice);
  await expect(page.getByRole("button", { name: "Void" })).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByText("$44.50 of this invoice is paid. Reverse its payments first")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Credit note…" }).click();
  const credit = page.getByRole("dialog", { name: `Credit ${sold?.number} of Yuki Tanabe` });
  await credit.getByRole("radio", { name: /^An amount/ }).check();
  await credit.getByLabel("Amount, with tax").fill("10");
  await credit.getByRole("radio", { name: /^Refund, cash/ }).check();
  await expect(credit.getByRole("radio", { name: "It continues" })).toBeChecked();
  await credit.getByLabel("Reason").fill("Two days without showers");
  await expectAccessible(page);
  await credit.getByRole("button", { name: "Credit and refund $10.00" }).click();
  await expect(page.getByText(/\$10\.00 refunded/)).toBeVisible();
  await expect(visibleText(page, "Credited $10.00")).toBeVisible();

  // "Why?" opens the sum; Escape gives the focus back.
  const why = page.getByRole("button", { name: /^Why\? \$44\.50 for/ });
  await why.click();
  await expect(page.getByRole("dialog", { name: "Why $44.50?" })).toContainText("$44.50");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(why).toBeFocused();

  // The PDF has the number, the member and the amount.
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "PDF" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${sold?.number}.pdf`);
  const text = (await readPdf(await readFile(await download.path()))).pages.join(" ");
  expect(text).toContain(sold?.number);
  expect(text).toContain("Yuki Tanabe");
  expect(text).toContain("44.50");

  // Count too little, then again: 100.00 + 22.25 - 10.00.
  await page.goto(till);
  await page.getByRole("link", { name: "Close the till…" }).click();
  await page.getByLabel("How many $100.00").fill("1");
  await page.getByLabel("How many $5.00").fill("1");
  await page.getByLabel("How many $1.00").fill("2");
  await page.getByLabel("How many $0.25").fill("1");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Close with \$100\.00 left/ }).click();
  await expect(page.getByText("Short", { exact: true })).toBeVisible();
  await expect(page.getByText("One payment today had $7.75 change")).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: /^Close \$5\.00 short/ })).toBeDisabled();
  await page.getByRole("button", { name: "Count again" }).click();
  await page.getByLabel("How many $5.00").fill("2");
  await page.getByRole("button", { name: "Close with $100.00 left, $12.25 to the safe" }).click();
  await expect(page.getByRole("heading", { name: "Report Z 1" })).toBeVisible();
  await expectAccessible(page);

  // The rest goes to the bank.
  await page.goto(`/manage/${gym.slug}/till`);
  await expect(page.getByText("$12.25 in the safe")).toBeVisible();
  await page.getByRole("button", { name: "Bring $12.25 to the bank" }).click();
  await expect(page.getByText("The safe is empty")).toBeVisible();
  await expectAccessible(page);
});

test("staff write an invoice, pay several at once and write off the rest, on the phone too", async ({
  device,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const gym = await newGym(baseURL ?? "");
  const { id } = await newMember(gym, "Omar", "Diaz", { without_plan: true });
  const page = await device({ as: gym.owner, viewport: { width: 1440, height: 900 } });
  const base = `/manage/${gym.slug}/invoices`;

  await page.goto(`${base}/new?member=${id}`);
  await page.getByLabel("What, line 1").fill("Towel service");
  await page.getByLabel("How many").fill("2");
  await page.getByLabel("Price of one").fill("4");
  await page.getByRole("button", { name: "Add line" }).click();
  await page.getByLabel("What, line 2").fill("Locker");
  await page.getByLabel("Price of one").nth(1).fill("12");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Finalize, $20.00" }).click();
  await page.waitForURL(/invoices\/[0-9a-f-]{36}$/);
  await expect(visibleText(page, "Open")).toBeVisible();

  for (const price_minor of [3_000, 2_500]) {
    const lines = [{ description: "Personal training", price_minor }];
    const draft = await gym.api.post("/api/v1/invoices", { member_id: id, lines });
    await gym.api.post(`/api/v1/invoices/${draft.id}/finalizations`);
  }
  await page.goto(base);
  // The keys of the list: down to the second row, select, and the first one by its box.
  const boxes = page.getByRole("checkbox", { name: /of Omar Diaz$/ });
  await expect(boxes).toHaveCount(3);
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  const bar = page.getByRole("toolbar", { name: "2 selected" });
  await expect(bar).toContainText("$55.00 to pay");
  await expectAccessible(page);
  await bar.getByRole("button", { name: "Take payment" }).click();
  const pay = page.getByRole("dialog", { name: "Take payment from Omar Diaz" });
  await pay.getByLabel("How").selectOption("card_terminal");
  await expectAccessible(page);
  await pay.getByRole("button", { name: "Take $55.00 card terminal" }).click();
  await expect(page.getByText("$55.00 received from Omar Diaz")).toBeVisible();

  // J goes to the next invoice of the list, P takes a payment.
  await page.getByRole("link", { name: /^INV/ }).first().click();
  await expect(page.getByText("1 of 3")).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByText("2 of 3")).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByText("3 of 3")).toBeVisible();
  await page.keyboard.press("p");
  await expect(page.getByRole("dialog", { name: "Take payment from Omar Diaz" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.setViewportSize(phone.viewport);
  await expect(page.getByRole("button", { name: "Take payment $20.00" })).toBeVisible();
  await expectAccessible(page);
  await openMenu(page.getByRole("button", { name: "More actions" }));
  await page.getByRole("menuitem", { name: "Write off…" }).click();
  const giveUp = page.getByRole("dialog", { name: /^Write off/ });
  await giveUp.getByLabel("Reason").fill("Moved abroad");
  await giveUp.getByRole("button", { name: "Write off $20.00" }).click();
  await expect(visibleText(page, "Written off")).toBeVisible();
});

test("price rules are ordered by keyboard, and a new price is seen before it is scheduled", async ({
  device,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const gym = await newGym(baseURL ?? "");
  await newMember(gym, "Mei", "Lin");
  const page = await device({ as: gym.owner, viewport: { width: 1440, height: 900 } });
  await page.goto(`/manage/${gym.slug}/plans/${gym.plan_id}/prices`);
  const add = async (
    kind: string,
    fill: () => Promise<void>,
    how: string,
    amount: [string, string],
    reason: string,
  ) => {
    await page.getByRole("button", { name: "Add rule" }).click();
    await page.getByRole("checkbox", { name: kind }).check();
    await fill();
    await page.getByRole("radio", { name: how, exact: true }).check();
    await page.getByRole("dialog").getByLabel(amount[0], { exact: true }).fill(amount[1]);
    await page.getByLabel("Reason").fill(reason);
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Add rule" }).click();
  };
  await add("At an age", () => page.getByLabel("At most").fill("35"), "Percent less", ["Percent", "10"], "Under 36");
  await add("Among the first", () => page.getByLabel("How many").fill("50"), "A price", ["Price", "50"], "Founders");
  const rules = page.getByRole("list", { name: "Price rules" }).getByRole("listitem");
  await expect(rules.nth(0)).toContainText("Who joins aged 35 or less, pays 10 % less.");
  await expect(page.getByRole("region", { name: "Example" })).toContainText("$50.00");
  // The price for the first 50 comes first, so that the percentage is taken of it.
  await page.getByRole("button", { name: "Edit rule 2" }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(rules.nth(0)).toContainText("Who joins among the first 50, pays $50.00.");
  await expect(page.getByRole("region", { name: "Example" })).toContainText("$45.00");
  await page.getByRole("button", { name: "Save rules" }).click();
  await expect(page.getByText("The price rules are saved")).toBeVisible();

  await page.getByRole("textbox", { name: "New price" }).fill("99");
  await expect(page.getByText("1 membership pays more")).toBeVisible();
  await expect(page.getByRole("table", { name: "Who pays more" })).toContainText("Mei Lin");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Raise to \$99\.00 from/ }).click();
  await expect(page.getByText("Scheduled", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Withdraw…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Withdrawn", { exact: true })).toBeVisible();
});
