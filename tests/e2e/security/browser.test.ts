import { request as httpRequest } from "node:http";
import { gym, people } from "@/tests/e2e/support/demo";
import { expect, test } from "@/tests/e2e/support/journey";
import { openMenu } from "@/tests/e2e/support/menu";
import { newGym } from "@/tests/e2e/support/new-gym";
import { signIn } from "@/tests/e2e/support/session";

test("signing in leads to no other site, whatever the address says", async ({ device, baseURL }) => {
  const { slug, owner } = await newGym(baseURL ?? "");
  const page = await device();
  for (const next of ["/.//evil.test/x", "/%2e//evil.test/x", "/a/..//evil.test/x", "//evil.test/x"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(page, owner);
    await page.waitForURL(`${baseURL}/manage/${slug}`);
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await expect(page).toHaveURL(`${baseURL}/manage/${slug}`);
  }
});

test("pages work behind a proxy with a password, and with any Authorization header of another scheme", async ({
  device,
}) => {
  for (const authorization of ["Basic cHJveHk6c2VjcmV0", "Bearer not-a-token", "Negotiate x"]) {
    const extraHTTPHeaders = { authorization, "x-organization": "elsewhere" };
    const visitor = await device({ extraHTTPHeaders });
    for (const address of ["/", "/sign-in", "/sign-up", "/forgot-password", "/sign-in?organization=elsewhere"])
      expect((await visitor.goto(address))?.status(), `${authorization} at ${address}`).toBe(200);
    // An API request means the organization that its header names; a page means the one of its address.
    const owner = await device({ as: people.owner, extraHTTPHeaders: { authorization } });
    await owner.route(`**/manage/${gym.slug}/**`, (route) =>
      route.continue({ headers: { ...route.request().headers(), "x-organization": "elsewhere" } }),
    );
    expect((await owner.goto(`/manage/${gym.slug}/plans`))?.status(), authorization).toBe(200);
    await expect(owner.getByRole("heading", { level: 1 })).toHaveText("Plans & prices");
  }
});

test("the outbox is readable for local requests only, not for forwarded ones", async ({ baseURL }) => {
  const { hostname, port, host } = new URL(baseURL ?? "");
  const statusWith = (headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const asked = httpRequest({ host: hostname, port, path: "/outbox", headers, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.once("error", reject).end();
    });
  expect(await statusWith({ host })).toBe(200);
  const passedOn: Record<string, string>[] = [
    { host, "x-forwarded-for": "127.0.0.1" },
    { host, forwarded: "for=127.0.0.1" },
    { host, via: "1.1 proxy" },
    { host, "x-real-ip": "127.0.0.1" },
    { host, "cf-connecting-ip": "127.0.0.1" },
    { host, via: "1.1 proxy", "x-fitflow-this-machine": "1" },
    { host: "evil.test" },
  ];
  for (const headers of passedOn) expect(await statusWith(headers), JSON.stringify(headers)).toBe(404);
});

test("signing out deletes all session data in the browser", async ({ device, baseURL }) => {
  const { slug, owner } = await newGym(baseURL ?? "");
  const page = await device();
  await page.goto(`/sign-in?next=/manage/${slug}/plans`);
  await signIn(page, owner);
  await page.waitForURL(`**/manage/${slug}/plans`);
  await page.evaluate(() => localStorage.setItem("kept", "for a session"));
  const signedOut = page.waitForResponse("**/api/auth/signout");
  await openMenu(page.getByRole("button", { name: "Olivia Owner" }));
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  expect(await (await signedOut).headerValue("clear-site-data")).toBe('"storage"');
  await page.waitForURL("**/sign-in");
  expect(await page.evaluate(() => localStorage.getItem("kept"))).toBeNull();
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});
