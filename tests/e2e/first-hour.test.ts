import type { Page } from "playwright/test";
import { Api } from "./support/api";
import { expectAccessible } from "./support/axe";
import { alertOn, expect, phone, test } from "./support/journey";
import { hydrated } from "./support/menu";
import { signedIn, unique } from "./support/new-gym";
import { mailedToken } from "./support/outbox";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const nadia = `${unique("nadia")}@example.com`;

/** 60 people: 40 pay by the month, 14 have a pack, 5 are free, and one has no membership yet. */
function exportOfTheOldSoftware(): string {
  const rows = Array.from({ length: 59 }, (_, index) => {
    const [plan, price] =
      index < 40 ? ["Gold", "49.00"] : index < 54 ? ["Ten visits", "90.00"] : ["Ambassador", "0.00"];
    const phone = `(212) 555-0${String(100 + index)}`;
    const next = plan === "Gold" ? inDays(15) : "";
    return `Ada${index},Okafor,ada${index}@example.com,${phone},${plan},${inDays(-10)},${next},${price}`;
  });
  return [
    "First name,Last name,Email,Mobile,Membership,Start date,Next billing date,Price",
    ...rows,
    `Nadia,Petrov,${nadia},(212) 555-0199,,,,`,
  ].join("\n");
}

const steps = (page: Page) => page.getByRole("list", { name: "First steps" });

async function priced(page: Page, name: string, billed: string, price: string): Promise<void> {
  const terms = page.getByRole("group", { name: `New plan ${name}` });
  await expect(terms.getByLabel("Price in USD")).toHaveValue(price);
  await terms.getByLabel("Billed").selectOption({ label: billed });
  if (billed === "Session pack") {
    await terms.getByLabel("Sessions in the pack").fill("10");
    await terms.getByLabel("Valid for").fill("6");
  }
  const free = terms.getByRole("checkbox", { name: /is a free plan/ });
  if (price === "0.00") await free.check();
  await terms.getByRole("button", { name: "Confirm plan" }).click();
  await expect(terms.getByRole("button", { name: "Confirm plan" })).toHaveCount(0);
}

test("the first hour: from sign-up to the first check-in, with the checklist complete and the figures agreeing", async ({
  device,
  baseURL: address,
}) => {
  const baseURL = address ?? "";
  test.setTimeout(150_000);
  const name = unique("First Hour");
  const owner = { email: `${unique("owner")}@example.com`, password: "a long walk by the river" };
  const visitor = new Api(baseURL);

  const slug = await test.step("sign-up", async () => {
    const page = await device();
    await page.goto("/sign-up");
    await (await hydrated(page.getByLabel("Gym name"))).fill(name);
    await page.getByLabel("First location").fill("Harbour");
    await page.getByLabel("Your name").fill("Olivia Owner");
    await page.getByLabel("Your e-mail").fill(owner.email);
    await page.getByLabel("Choose a password").fill(owner.password);
    await page.getByRole("button", { name: "Create your gym" }).click();
    await expect(page.getByRole("heading", { name: "Check your e-mail" })).toBeFocused();
    const token = await mailedToken(baseURL, owner.email);
    await visitor.post("/api/v1/auth/verify-email", { token, password: owner.password });
    const { organizations } = (await (await signedIn(visitor, owner)).get("/api/v1/auth/me")) as unknown as {
      organizations: { slug: string }[];
    };
    return organizations[0]?.slug ?? "";
  });
  const api = await signedIn(visitor, owner);
  const page = await device({ as: owner });

  await test.step("an empty gym shows its first steps, and no sentence about members that it does not have", async () => {
    await page.goto(`/manage/${slug}`);
    await expect(steps(page).getByRole("listitem")).toHaveCount(6);
    await expect(page.getByText("0 of 6 done")).toBeVisible();
    await expect(page.getByText("No current members yet.")).toBeVisible();
    await expect(page.getByText("all renewed")).toHaveCount(0);
    await expect(page.getByText(/Every current member/)).toHaveCount(0);
    await expectAccessible(page);
    await (await hydrated(page.getByRole("button", { name: "Hide", exact: true }))).click();
    await expect(steps(page)).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(steps(page)).toBeVisible();
  });

  await test.step("X16 an import asks for the price of each new plan before anything else", async () => {
    await steps(page).getByRole("link", { name: "Import" }).click();
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "old.csv", mimeType: "text/csv", buffer: Buffer.from(exportOfTheOldSoftware()) });
    await expect(page.getByRole("button", { name: "3 questions left" })).toBeVisible();
    const headings = page.locator("main").getByRole("heading", { level: 2 });
    await expect(headings.first()).toHaveText("Questions");
    await expect(page.getByLabel(/Which country/)).toHaveValue("US");
    await (await hydrated(page.getByRole("button", { name: "Create 3 new plans" }))).click();
    await page.getByRole("button", { name: "3 questions left" }).click();
    await expect(page.getByLabel("Gold", { exact: true })).toBeFocused();
    await priced(page, "Gold", "Monthly", "49.00");
    await expect(page.getByRole("button", { name: "2 questions left" })).toBeVisible();
    await priced(page, "Ten visits", "Session pack", "90.00");
    await priced(page, "Ambassador", "Yearly", "0.00");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Check 60 rows" }).click();
    await page.getByRole("link", { name: "Review import" }).click();
    await expect(page.getByText(/“Gold” \(\$49\.00/)).toBeVisible();
    await page.getByRole("button", { name: "Create 60 members and 59 memberships" }).click();
    await expect(page.getByText("60 members and 59 memberships were created")).toBeVisible();
    const { data } = (await api.get("/api/v1/members?q=nadia")) as unknown as { data: { phone: string }[] };
    expect(data.map(({ phone }) => phone)).toEqual(["+12125550199"]);
  });

  const member = await test.step("a sale, which no free plan is preselected for", async () => {
    await page.goto(`/manage/${slug}/members?q=nadia`);
    await page.getByRole("link", { name: "Nadia Petrov" }).click();
    await (await hydrated(page.getByRole("button", { name: "Sell membership" }))).click();
    const sheet = page.getByRole("dialog", { name: "Sell membership to Nadia Petrov" });
    await expect(sheet.getByRole("radio", { name: /Gold/ })).toBeChecked();
    await sheet.getByRole("button", { name: "Sell for $49.00" }).click();
    await expect(page.getByText("Gold sold to Nadia Petrov")).toBeVisible();
    const { data } = (await api.get("/api/v1/members?q=nadia")) as unknown as {
      data: { id: string; member_code: string }[];
    };
    return data[0] ?? { id: "", member_code: "" };
  });

  await test.step("J14 the member is invited, and signs in by a link on the phone, where the pass is", async () => {
    await (await hydrated(page.getByRole("button", { name: "Invite to their page" }))).click();
    await expect(page.getByText(`Invitation sent to ${nadia}`)).toBeVisible();
    const invited = await device(phone);
    await invited.goto(`/member-invitation?token=${await mailedToken(baseURL, nadia)}`);
    await (await hydrated(invited.getByRole("button", { name: /^Open my page at/ }))).click();
    await expect(invited.getByRole("img", { name: "Entry code" })).toBeVisible();
    const other = await device(phone);
    await other.goto("/sign-in/email");
    await (await hydrated(other.getByLabel("E-mail"))).fill(nadia);
    await other.getByRole("button", { name: "Send sign-in link" }).click();
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("Check your e-mail");
    await other.goto(`/sign-in/link?token=${await mailedToken(baseURL, nadia)}`);
    await (await hydrated(other.getByRole("button", { name: "Sign in" }))).click();
    await expect(other.getByRole("img", { name: "Entry code" })).toBeVisible();
    await expectAccessible(other);
  });

  await test.step("the desk checks the first member in", async () => {
    await page.goto(`/desk/${slug}`);
    await expect(page.getByRole("combobox", { name: /Scan a code/ })).toBeFocused();
    await page.keyboard.type(member.member_code);
    await page.keyboard.press("Enter");
    await expect(alertOn(page)).toContainText("Come in");
    await expect(alertOn(page)).toContainText("Nadia Petrov");
  });

  await test.step("what is left of the checklist is one click away", async () => {
    await page.goto(`/manage/${slug}`);
    await expect(page.getByText("4 of 6 done")).toBeVisible();
    await steps(page).getByRole("link", { name: "Invite" }).click();
    const invitation = page.getByRole("dialog", { name: "Invite staff member" });
    await (await hydrated(invitation.getByLabel("E-mail"))).fill(`${unique("trainer")}@example.com`);
    await invitation.getByRole("button", { name: /invit/i }).last().click();
    await expect(invitation).toHaveCount(0);
    await page.goto(`/manage/${slug}`);
    await steps(page).getByRole("link", { name: "Set hours" }).click();
    const location = page.getByRole("dialog");
    await (await hydrated(location.getByLabel("Address"))).fill("1 Harbour Street, New York");
    await location.getByRole("button", { name: /^Save/ }).click();
    await expect(location).toHaveCount(0);
  });

  await test.step("the checklist is complete and gone, and the figures of page and API agree", async () => {
    await page.goto(`/manage/${slug}`);
    await expect(page.getByRole("link", { name: "1 in the gym now" })).toBeVisible();
    await expect(steps(page)).toHaveCount(0);
    expect(await api.get("/api/v1/dashboard/getting-started")).toMatchObject({ is_complete: true, is_hidden: false });
    await expect(page.getByText(/60 in all/)).toBeVisible();
    await expect(page.getByRole("link", { name: "1 visit today" })).toBeVisible();
    const figures = (await api.get("/api/v1/dashboard")) as unknown as {
      new_members: number;
      billed: { amount_minor: number; invoices: number }[];
    };
    // Nothing of the import is billed (X3): the sale is.
    expect(figures.billed).toMatchObject([{ amount_minor: 4_900, invoices: 1 }]);
    await expect(page.getByText("1 invoice", { exact: true }).first()).toBeVisible();
  });
});
