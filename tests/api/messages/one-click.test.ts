import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";
import { getOwnPreferences } from "@/lib/contracts/messages/notification-preferences";
import { unsubscribe } from "@/lib/contracts/messages/unsubscribe";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { call, handlerOf } from "@/tests/support/http/api";

const https = "https://gyms.example";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function mailOf({ organization_id, member_id }: Gym) {
  const { unsubscribeLink } = await import("@/lib/domain/messages/contacts");
  return unsubscribeLink({ organization_id, member_id, channel: "email", category: "reminder" });
}

function at(public_url: string) {
  vi.resetModules();
  vi.stubEnv("PUBLIC_URL", public_url);
}

const form = { "content-type": "application/x-www-form-urlencoded" };

/** As the server does it: first the proxy, then whatever address it leads to. */
async function press(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const { proxy } = await import("@/proxy");
  const all = { ...form, "x-forwarded-proto": "https", ...headers };
  const led = await proxy(new NextRequest(url, { method: "POST", headers: all }));
  const target = led.headers.get("x-middleware-rewrite") ?? "";
  const overridden = led.headers.get("x-middleware-override-headers")?.split(",") ?? [];
  const handler = await handlerOf(unsubscribe);
  if (!handler) throw new Error("The one click has a route");
  const passed = Object.entries(all).filter(([name]) => overridden.includes(name));
  return handler(new Request(target, { method: "POST", headers: passed, body: "List-Unsubscribe=One-Click" }));
}

const hears = async (gym: Gym): Promise<boolean | undefined> => {
  const { choices } = await call(getOwnPreferences, {}, { token: gym.people.member.token });
  return choices.find(({ channel, category }) => channel === "email" && category === "reminder")?.is_allowed;
};

test("over https a mail names one address, for its reader and for the mail program's own button", async () => {
  at(https);
  const { url, headers } = await mailOf(await newGym());
  expect(url).toMatch(/^https:\/\/gyms\.example\/unsubscribe\/[\w-]+\.[\w-]+$/);
  expect(headers).toEqual({
    "List-Unsubscribe": `<${url}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
});

test("a GET of that address, by a reader or a scanner, shows the page without a redirect", async () => {
  at(https);
  const { proxy } = await import("@/proxy");
  const { url } = await mailOf(await newGym());
  for (const method of ["GET", "HEAD"]) {
    const { headers } = await proxy(new NextRequest(url, { method, headers: { "x-forwarded-proto": "https" } }));
    expect([headers.get("x-middleware-next"), headers.get("x-middleware-rewrite"), headers.get("location")]).toEqual([
      "1",
      null,
      null,
    ]);
  }
});

test("a mail program's button unsubscribes from any place and without a session, and twice does no harm", async () => {
  at(https);
  const gym = await newGym();
  const { url } = await mailOf(gym);
  expect(await hears(gym)).toBe(true);
  const answers = [
    await press(url),
    await press(url, { origin: "https://mail.example", "sec-fetch-site": "cross-site" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await hears(gym)).toBe(false);
});

test("a session cookie sent with the click changes nothing", async () => {
  at(https);
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const { writeWebSession, sessionCookieName } = await import("@/lib/kernel/web-session");
  const { user_id, family_id, token } = other.people.member;
  const session = await writeWebSession({ user_id, family_id, session_version: 1 });
  const cookie = { cookie: `${sessionCookieName()}=${session}`, origin: "https://mail.example" };
  expect((await press((await mailOf(gym)).url, cookie)).status).toBe(200);
  expect((await press((await mailOf(gym)).url, { authorization: `Bearer ${token}x` })).status).toBe(200);
  expect([await hears(gym), await hears(other)]).toEqual([false, true]);
});

test("A1 a click with a changed token is rejected and unsubscribes no member", async () => {
  at(https);
  const gym = await newGym();
  const { url } = await mailOf(gym);
  const changed = [
    url.slice(0, -1),
    `${url}x`,
    url.replace(/\.[\w-]+$/, ""),
    `${https}/unsubscribe/%00`,
    `${https}/unsubscribe/%E0%A4%A`,
  ];
  for (const address of changed) {
    const { status } = await press(address);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  }
  expect(await hears(gym)).toBe(true);
});
