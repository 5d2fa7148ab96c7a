import type { Page } from "playwright/test";
import { Api } from "./support/api";
import { expectAccessible } from "./support/axe";
import { gym, password, people } from "./support/demo";
import { expect, phone, test } from "./support/journey";
import { hydrated } from "./support/menu";
import { signedIn, unique } from "./support/new-gym";
import { mailedToken } from "./support/outbox";

const me = `/me/${gym.slug}`;
const code = (page: Page) => page.getByRole("img", { name: "Entry code" });
const press = async (page: Page, name: string | RegExp) => (await hydrated(page.getByRole("button", { name }))).click();

/** A member of the demo's gym with an address and a membership, and without a login. */
async function newcomer(baseURL: string | undefined, first_name: string, fields: object = {}) {
  const owner = await signedIn(new Api(baseURL ?? ""), { email: people.owner, password });
  const email = `${unique("member")}@example.com`;
  const person = { first_name, last_name: "Newcomer", email, has_signed_waiver: true, ...fields };
  const { id } = await owner.post("/api/v1/members", person);
  const { data } = await owner.get("/api/v1/membership-plans");
  const plans = data as { id: string; kind: string; location_ids: string[] }[];
  const plan = plans.find(({ kind, location_ids }) => kind === "recurring" && location_ids.length === 0);
  await owner.post("/api/v1/memberships", { member_id: id, plan_id: plan?.id ?? "" });
  return { id, email, owner };
}

const cacheNames = (page: Page) => page.evaluate(async () => (await caches.keys()).length);

test("J14 from the invitation to the pass on the phone, which also opens without signal", async ({
  device,
  baseURL,
}) => {
  const { id, email } = await newcomer(baseURL, "Ivo");
  const desk = await device({ as: people.owner });
  await desk.goto(`/manage/${gym.slug}/members/${id}`);
  await press(desk, "Invite to their page");
  await expect(desk.getByText(`Invitation sent to ${email}`)).toBeVisible();
  await expect(desk.getByRole("button", { name: "Send again" })).toBeVisible();
  await expectAccessible(desk);

  const page = await device(phone);
  await page.goto(`/member-invitation?token=${await mailedToken(baseURL ?? "", email)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hello, Ivo");
  await expectAccessible(page);
  await press(page, /^Open my page at/);
  await expect(code(page)).toBeVisible();
  const manifest = await page.evaluate(async () => {
    const { href } = document.querySelector<HTMLLinkElement>("link[rel=manifest]") ?? { href: "" };
    const { start_url, icons } = await (await fetch(href)).json();
    const kinds = icons.map(async ({ src }: { src: string }) => (await fetch(src)).headers.get("content-type"));
    return { start_url, kinds: await Promise.all(kinds) };
  });
  expect(manifest).toEqual({ start_url: me, kinds: ["image/png", "image/png", "image/png"] });

  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.reload();
  await expect(code(page)).toBeVisible();
  await page.context().setOffline(true);
  await page.reload();
  await expect(code(page)).toBeVisible();
  await page.context().setOffline(false);

  await desk.reload();
  await expect(desk.getByText("Has their own login")).toBeVisible();

  await page.goto(`${me}/you`);
  await press(page, "Sign out");
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await cacheNames(page)).toBe(0);
});

test("J14 a member signs in with a link by email, once, and needs no password", async ({ device, baseURL }) => {
  const { email } = await newcomer(baseURL, "Lena");
  const page = await device(phone);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Send me a sign-in link" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in by e-mail");
  const field = await hydrated(page.getByLabel("E-mail"));
  await field.fill(email.toUpperCase());
  await expectAccessible(page);
  await press(page, "Send sign-in link");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your e-mail");
  const link = `/sign-in/link?token=${await mailedToken(baseURL ?? "", email)}`;
  await page.goto(link);
  await expect(page.getByText(`You will be signed in as ${email}.`)).toBeVisible();
  await expectAccessible(page);
  await press(page, "Sign in");
  await expect(page).toHaveURL(new RegExp(`${me}$`));
  await expect(code(page)).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
});

test("J14 a guardian switches between two children", async ({ device, baseURL }) => {
  const guardian_email = `${unique("guardian")}@example.com`;
  const child = { email: null, guardian_email, guardian_name: "Gita Newcomer", birth_on: "2015-05-05" };
  const { id, owner } = await newcomer(baseURL, "Kim", child);
  await newcomer(baseURL, "Lou", { ...child, birth_on: "2017-05-05" });
  await owner.post(`/api/v1/members/${id}/invitations`);
  const page = await device(phone);
  await page.goto(`/member-invitation?token=${await mailedToken(baseURL ?? "", guardian_email)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The page of Kim");
  await press(page, /^Open my page at/);
  const switcher = page.getByRole("navigation", { name: "Whose pages" });
  await expect(switcher.getByRole("button", { name: "Kim" })).toHaveAttribute("aria-current", "true");
  await expectAccessible(page);
  await press(page, "Lou");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hello, Lou");
  await expect(switcher.getByRole("button", { name: "Lou" })).toHaveAttribute("aria-current", "true");
});
