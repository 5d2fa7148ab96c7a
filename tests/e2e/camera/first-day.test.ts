import { expectAccessible } from "@/tests/e2e/support/axe";
import { alertOn, expect, test } from "@/tests/e2e/support/journey";
import { unique } from "@/tests/e2e/support/new-gym";
import { filmPicture } from "@/tests/support/camera";

const csv = [
  "First name,Surname,E-mail,Mobile,Date of birth",
  "Nadia,Petrov,nadia@example.com,+12125550143,03/04/1990",
  "Tom,Baker,tom@example.com,+12125550144,05/06/1988",
  ",,nobody@example.com,,01/02/1991",
].join("\n");

test("a gym signs up, brings its members, sells a membership and checks the first one in on camera", async ({
  device,
}) => {
  test.setTimeout(120_000);
  const name = unique("Harbour Gym");
  const owner = { email: `${unique("owner")}@example.com`, password: "a long walk by the river" };

  const office = await device();
  await office.goto("/");
  await expectAccessible(office);
  await office.getByRole("main").getByRole("link", { name: "Start your gym" }).click();
  await office.getByLabel("Name of the gym").fill(name);
  await office.getByLabel("First location").fill("Harbour");
  await expect(office.getByRole("combobox", { name: "Time zone" })).toHaveValue("America/New York");
  await office.getByLabel("Your name").fill("Olivia Owner");
  await office.getByLabel("Your email").fill(owner.email);
  await office.getByLabel("Choose a password").fill(owner.password);
  await expectAccessible(office);
  await office.getByRole("button", { name: "Start your gym" }).click();
  await expect(office.getByRole("heading", { name: "Check your mail" })).toBeFocused();
  await expectAccessible(office);
  await office.getByRole("link", { name: "open the outbox" }).click();
  await office.getByRole("listitem").filter({ hasText: owner.email }).getByRole("link").click();
  await expectAccessible(office);
  await office.getByRole("link", { name: /token=/ }).click();
  await office.getByLabel("Password", { exact: true }).fill(owner.password);
  await office.getByRole("button", { name: "Open my gym" }).click();
  await office.waitForURL("**/manage/harbour-gym-*");
  const slug = new URL(office.url()).pathname.split("/")[2] ?? "";
  await expect(office.getByRole("heading", { name: "In the gym now" })).toBeVisible();
  await expectAccessible(office);

  await office.getByRole("link", { name: "Import", exact: true }).click();
  await expect(office.getByRole("heading", { name: "Bring your members with you" })).toBeVisible();
  await expectAccessible(office);
  await office
    .locator("input[type=file]")
    .setInputFiles({ name: "members.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(office.getByText("What each column holds")).toBeVisible();
  await office.getByRole("radio", { name: /The month/ }).check();
  await expectAccessible(office);
  await office.getByRole("button", { name: "Check 3 rows" }).click();
  await expect(office.getByText("Rows refused")).toBeVisible();
  await expectAccessible(office);
  await office.getByRole("link", { name: "See what will happen" }).click();
  await expect(office.getByText("Nobody is written to.")).toBeVisible();
  await expectAccessible(office);
  await office.getByRole("button", { name: "Create 2 members" }).click();
  await expect(office.getByText("2 members and 0 memberships were created")).toBeVisible();
  await expectAccessible(office);

  await office.getByRole("link", { name: "Plans & prices" }).click();
  await office.getByRole("link", { name: "New plan" }).first().click();
  const plan = office.getByRole("dialog", { name: "New plan" });
  await plan.getByLabel("Name", { exact: true }).fill("Unlimited");
  await plan.getByLabel("Price", { exact: true }).fill("89");
  await expectAccessible(office);
  await plan.getByRole("button", { name: "Put it on sale" }).click();
  await expect(office.getByText("Unlimited is on sale")).toBeVisible();

  await office.getByRole("link", { name: "Members", exact: true }).click();
  await office.getByRole("link", { name: "Nadia Petrov" }).click();
  await expect(office.getByText("has no membership yet")).toBeVisible();
  await expectAccessible(office);
  await office.getByRole("button", { name: "Sell a membership" }).click();
  await expect(office.getByRole("dialog", { name: "Sell Nadia Petrov a membership" })).toBeVisible();
  await expectAccessible(office);
  await office.getByRole("button", { name: "Sell for $89.00" }).click();
  await expect(office.getByText("Nadia Petrov may come in with Unlimited")).toBeVisible();

  await office.getByRole("button", { name: "Issue a card" }).click();
  const card = office.getByRole("img", { name: "QR code of the card" });
  await expect(card).toBeVisible();
  await expectAccessible(office);
  await filmPicture(await card.screenshot());
  await office.getByRole("button", { name: "Done" }).click();

  await office.getByRole("link", { name: "Dashboard" }).click();
  await expect(office.getByRole("link", { name: "0 in the gym now" })).toBeVisible();
  const door = await device({ as: owner });
  await door.goto(`/desk/${slug}`);
  await expect(alertOn(door)).toContainText("Come in", { timeout: 20_000 });
  await expect(alertOn(door)).toContainText("Nadia Petrov");
  await expect(door.getByTestId("inside")).toHaveText("1");
  // Nobody touched the office's screen: the news came to it.
  await expect(office.getByRole("link", { name: "1 in the gym now" })).toBeVisible();
  await expectAccessible(office);
});
