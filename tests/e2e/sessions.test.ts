import { expectAccessible } from "./support/axe";
import { gym, people } from "./support/demo";
import { alertOn, expect, forgetSession, phone, test } from "./support/journey";
import { openMenu } from "./support/menu";
import { newGym, newStaff } from "./support/new-gym";
import { signIn } from "./support/session";

test("signing in leads to the page that was asked for, and signing out ends it everywhere in the browser", async ({
  device,
  baseURL,
}) => {
  const { slug, owner } = await newGym(baseURL ?? "");
  const page = await device();
  await page.goto(`/manage/${slug}/plans`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectAccessible(page);
  await signIn(page, owner);
  await page.waitForURL(`**/manage/${slug}/plans`);
  await openMenu(page.getByRole("button", { name: "Olivia Owner" }));
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await page.goto(`/manage/${slug}`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("a wrong password says what to do, and after five attempts the page says how long to wait", async ({
  device,
  baseURL,
}) => {
  const { owner } = await newGym(baseURL ?? "");
  const page = await device();
  await page.goto("/sign-in");
  const typed = page.getByLabel("Password", { exact: true });
  await signIn(page, { ...owner, password: "not the password" });
  await expect(alertOn(page)).toContainText(/password/i);
  await expect(page.getByLabel("E-mail")).toHaveValue(owner.email);
  await expect(typed).toBeFocused();
  await expectAccessible(page);
  for (const attempt of ["second", "third", "fourth", "fifth"]) {
    const answered = page.waitForResponse("**/api/auth/callback/credentials");
    await signIn(page, { ...owner, password: `the ${attempt} guess` });
    expect((await answered).status()).toBe(401);
    await expect(typed).toHaveValue("");
  }
  await signIn(page, owner);
  await expect(alertOn(page)).toContainText("Too many attempts. Wait 60 seconds");
});

test("an unknown address gets the same text as a wrong password, so that accounts cannot be discovered", async ({
  device,
}) => {
  const page = await device();
  const refusalFor = async (email: string) => {
    await page.goto("/sign-in");
    await signIn(page, { email, password: "not the password" });
    await expect(alertOn(page)).toBeVisible();
    return alertOn(page).textContent();
  };
  const known = await refusalFor(people.trainer);
  expect(await refusalFor("nobody@demo.fitflow.test")).toBe(known);
});

test("a removed staff member loses access at the next page", async ({ device, baseURL }) => {
  const made = await newGym(baseURL ?? "");
  const robin = await newStaff(made, "receptionist");
  const page = await device({ as: robin });
  forgetSession(robin.email);
  await page.goto(`/desk/${made.slug}`);
  await expect(page.getByRole("combobox", { name: /Scan a code/ })).toBeFocused();
  const { data } = (await made.api.get("/api/v1/staff")) as unknown as { data: { id: string; email: string }[] };
  await made.api.delete(`/api/v1/staff/${data.find(({ email }) => email === robin.email)?.id}`);
  await page.keyboard.type("TG-0001");
  await page.keyboard.press("Enter");
  await expect(alertOn(page)).toContainText("Not checked in");
  await page.goto(`/desk/${made.slug}`);
  await expect(page.getByRole("combobox", { name: /Scan a code/ })).toHaveCount(0);
});

test("a page without permission shows the 404 page", async ({ device }) => {
  const hidden: [string, string][] = [
    [people.trainer, `/desk/${gym.slug}`],
    [people.member, `/manage/${gym.slug}`],
    [people.member, `/desk/${gym.slug}`],
    [people.owner, `/me/${gym.slug}`],
    [people.other_owner, `/manage/${gym.slug}`],
    [people.other_owner, `/desk/${gym.slug}`],
    [people.other_owner, `/me/${gym.slug}`],
    [people.owner, "/manage/no-such-gym"],
  ];
  for (const [person, address] of hidden) {
    const page = await device({ as: person });
    const answer = await page.goto(address);
    expect(answer?.status(), `${person} at ${address}`).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(gym.name)).toHaveCount(0);
  }
});

test("a form keeps its input when the session ends, and saves it after a sign-in in another tab", async ({
  device,
}) => {
  const page = await device({ as: people.member, ...phone });
  forgetSession(people.member);
  await page.goto(`/me/${gym.slug}/you`);
  const relation = page.getByLabel("Relationship");
  const typed = `sister ${Date.now()}`;
  await relation.fill(typed);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(alertOn(page)).toContainText("Your session has ended");
  await expect(relation).toHaveValue(typed);
  await expectAccessible(page);

  const other = await page.context().newPage();
  await other.goto("/sign-in");
  await signIn(other, { email: people.member, password: "fitflow-demo-2026" });
  await other.waitForURL(`**/me/${gym.slug}`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(relation).toHaveValue(typed);
});
