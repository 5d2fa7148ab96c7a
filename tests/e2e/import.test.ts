import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/journey";
import { newGym } from "./support/new-gym";

const file = [
  "First name,Last name,Email,Birthday,Membership,Start date,Price",
  "Ada,Okafor,ada@example.com,03/04/1990,Gold,05/06/2025,49.00",
  "Bo,Lund,bo@example.com,04/05/1991,Gold,05/06/2025,49.00",
  "Cy,Ray,ada@example.com,01/02/1992,Silver,06/07/2025,29.00",
  ",Nameless,no-name@example.com,01/02/1992,Silver,06/07/2025,29.00",
  "Dee,Hale,not-an-address,01/02/1992,Gold,06/07/2025,",
].join("\n");

test("an import asks open questions, names every rejected row, and is undone with its plans", async ({
  device,
  baseURL,
}) => {
  const gym = await newGym(baseURL ?? "");
  const page = await device({ as: gym.owner });
  // The former address leads to the present one.
  await page.goto(`/manage/${gym.slug}/import`);
  await expect(page).toHaveURL(/\/settings\/import$/);
  const upload = page.locator("input[type=file]");
  await upload.setInputFiles({ name: "old.csv", mimeType: "text/csv", buffer: Buffer.from(file) });

  await test.step("X5, X8 dates and e-mails that can be read in two ways are asked about", async () => {
    await page.getByRole("radio", { name: /Month first/ }).check();
    await page.getByRole("radio", { name: /Import as family members/ }).check();
  });

  await test.step("X7, X16 a plan that is not known is created only with a price that the owner confirms", async () => {
    await expect(page.getByRole("button", { name: "2 questions left" })).toBeVisible();
    for (const [name, price] of [
      ["Gold", "49.00"],
      ["Silver", "29.00"],
    ] as const) {
      await page.getByLabel(name, { exact: true }).selectOption({ label: `Create the plan “${name}”` });
      const terms = page.getByRole("group", { name: `New plan ${name}` });
      await expect(terms.getByLabel("Price in USD")).toHaveValue(price);
      await terms.getByLabel("Billed").selectOption({ label: "Monthly" });
      await terms.getByRole("button", { name: "Confirm plan" }).click();
    }
    await expectAccessible(page);
    await page.getByRole("button", { name: "Check 5 rows" }).click();
    const problems = page.getByRole("table").filter({ hasText: "Result" });
    await expect(problems.getByRole("row", { name: /“not-an-address” is no e-mail address.*row 6/ })).toBeVisible();
    await expect(problems.getByRole("row", { name: /Enter a first name.*row 5/ })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("X1 what will happen is said before it happens", async () => {
    await page.getByRole("link", { name: "Review import" }).click();
    await expect(page.getByText("No messages are sent.")).toBeVisible();
    const welcome = page.getByRole("checkbox", { name: /^Send the welcome message/ });
    await welcome.check();
    await expect(page.getByRole("link", { name: "your welcome message" })).toBeVisible();
    await expectAccessible(page);
    await welcome.uncheck();
    await page.goBack();
    await page.getByRole("link", { name: "Review import" }).click();
    await page.getByRole("button", { name: "Create 3 members" }).dblclick();
    await expect(page.getByText("3 members and 3 memberships were created")).toBeVisible();
  });

  await test.step("X9 undoing removes everybody, and the plans that came with them", async () => {
    await page.getByRole("button", { name: "Undo import" }).click();
    const question = page.getByRole("dialog", { name: "Remove 3 members and 3 memberships?" });
    await expect(question.getByText("Plans created by this import (Gold, Silver) are deleted as well")).toBeVisible();
    await expectAccessible(page);
    await question.getByRole("button", { name: /^Remove/ }).click();
    await expect(page.getByText("Plans created by the import were deleted as well.")).toBeVisible();
    await page.getByRole("link", { name: "Plans & prices" }).click();
    await expect(page.getByRole("link", { name: "Unlimited" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Gold" })).toHaveCount(0);
  });
});
