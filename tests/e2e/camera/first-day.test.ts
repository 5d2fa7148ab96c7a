import { expectAccessible } from "@/tests/e2e/support/axe";
import { filmPicture } from "@/tests/e2e/support/camera";
import { alertOn, expect, test } from "@/tests/e2e/support/journey";
import { unique } from "@/tests/e2e/support/new-gym";

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
  await office.getByRole("main").getByRole("link", { name: "Create your gym" }).click();
  await office.getByLabel("Gym name").fill(name);
  await office.getByLabel("First location").fill("Harbour");
  await expect(office.getByRole("combobox", { name: "Time zone" })).toHaveValue("America/New York");
  await office.getByLabel("Your name").fill("Olivia Owner");
  await office.getByLabel("Your e-mail").fill(owner.email);
  await office.getByLabel("Choose a password").fill(owner.password);
  await expectAccessible(office);
  await office.getByRole("button", { name: "Create your gym" }).click();
  await expect(office.getByRole("heading", { name: "Check your e-mail" })).toBeFocused();
  await expectAccessible(office);
  await office.getByRole("link", { name: "open the outbox" }).click();
  await office.getByRole("listitem").filter({ hasText: owner.email }).getByRole("link").click();
  await expectAccessible(office);
  await office.getByRole("link", { name: /token=/ }).click();
  await office.getByLabel("Password", { exact: true }).fill(owner.password);
  await office.getByRole("button", { name: "Verify and continue" }).click();
  await office.waitForURL("**/manage/harbour-gym-*");
  const slug = new URL(office.url()).pathname.split("/")[2] ?? "";
  await expect(office.getByRole("heading", { name: "In the gym now" })).toBeVisible();
  await expectAccessible(office);

  await office.getByRole("link", { name: "Import", exact: true }).click();
  await expect(office.getByRole("heading", { name: "Import your members" })).toBeVisible();
  await expectAccessible(office);
  await office
    .locator("input[type=file]")
    .setInputFiles({ name: "members.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(office.getByText("Map columns")).toBeVisible();
  await office.getByRole("radio", { name: /Month first/ }).check();
  await expectAccessible(office);
  await office.getByRole("button", { name: "Check 3 rows" }).click();
  await expect(office.getByText("Rows rejected")).toBeVisible();
  await expectAccessible(office);
  await office.getByRole("link", { name: "Review import" }).click();
  await expect(office.getByText("No messages are sent.")).toBeVisible();
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
  await plan.getByRole("button", { name: "Create plan" }).click();
  await expect(office.getByText("Unlimited was created")).toBeVisible();

  await office.getByRole("link", { name: "Members", exact: true }).click();
  await office.getByRole("link", { name: "Nadia Petrov" }).click();
  await expect(office.getByText("has no membership yet")).toBeVisible();
  await expectAccessible(office);
  await office.getByRole("button", { name: "Sell membership" }).click();
  await expect(office.getByRole("dialog", { name: "Sell membership to Nadia Petrov" })).toBeVisible();
  await expectAccessible(office);
  await office.getByRole("button", { name: "Sell for $89.00" }).click();
  await expect(office.getByText("Unlimited sold to Nadia Petrov")).toBeVisible();

  await office.getByRole("button", { name: "Issue card" }).click();
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
  // The office screen updated without any input.
  await expect(office.getByRole("link", { name: "1 in the gym now" })).toBeVisible();
  await expectAccessible(office);
});
