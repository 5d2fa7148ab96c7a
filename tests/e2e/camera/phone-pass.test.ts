import { filmPicture } from "@/tests/e2e/support/camera";
import { gym, people } from "@/tests/e2e/support/demo";
import { alertOn, expect, phone, test } from "@/tests/e2e/support/journey";

test("a member shows the phone to the desk's camera and is checked in, and the phone shows it", async ({ device }) => {
  const desk = await device({ as: people.desk });
  await filmPicture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"/>'));
  await desk.goto(`/desk/${gym.slug}`);
  await desk.getByRole("button", { name: "Brooklyn" }).click();
  await expect(desk.getByRole("combobox", { name: /Scan a code/ })).toBeFocused();

  const member = await device({ as: people.member, ...phone, deviceScaleFactor: 2 });
  await member.goto(`/me/${gym.slug}`);
  // A code that has just come lasts longer than the desk needs to load.
  await expect(member.getByText(/New code in (2[3-9]|30) s/)).toBeVisible({ timeout: 35_000 });
  await filmPicture(await member.getByRole("img", { name: "Entry code" }).locator("..").screenshot());
  await desk.reload();
  await expect(alertOn(desk)).toContainText("Come in", { timeout: 20_000 });
  await expect(alertOn(desk)).toContainText("Maya Castellanos");
  await expect(member.getByText("You are checked in")).toBeVisible({ timeout: 20_000 });
});
