import { expect, test } from "vitest";
import { logout, me } from "@/lib/contracts/identity/auth";
import { createLocation, listLocations } from "@/lib/contracts/organization/locations";
import { csrfToken, sessionCookieName, type WebSession, writeWebSession } from "@/lib/kernel/web-session";
import { type Gym, newGym, type Person } from "@/tests/support/gym/gym";
import { call, refusal, send } from "@/tests/support/http/api";

const site = "http://127.0.0.1:3000";
const sessionOf = ({ user_id, family_id }: Person): WebSession => ({ user_id, family_id, session_version: 1 });
const location = { name: "North", time_zone: "Europe/Berlin", currency: "EUR" as const, opening_hours: {} };

async function browserOf(gym: Gym, person: Person) {
  const session = sessionOf(person);
  const cookie = `theme=dark; ${sessionCookieName()}=${await writeWebSession(session)}`;
  return { cookie, csrf: csrfToken(session), organization: gym.organization.slug };
}

test("a write of a page with its token and from its own site is accepted; without a named gym it applies to none", async () => {
  const gym = await newGym();
  const { cookie, csrf, organization } = await browserOf(gym, gym.people.gym_owner);
  const headers = { cookie, origin: site, "x-csrf-token": csrf, "sec-fetch-site": "same-origin" };
  const made = await call(createLocation, location, { headers: { ...headers, "x-organization": organization } });
  expect(made.name).toBe("North");
  expect((await refusal(createLocation, location, { headers })).status).toBe(403);
});

test("a write by cookie from anywhere but the page itself is refused", async () => {
  const gym = await newGym();
  const { cookie, csrf, organization } = await browserOf(gym, gym.people.gym_owner);
  const other = await browserOf(gym, gym.people.admin);
  const own = { cookie, origin: site, "x-csrf-token": csrf, "x-organization": organization };
  const { origin: _, ...without_origin } = own;
  const { "x-csrf-token": __, ...without_token } = own;
  const forged: Record<string, Record<string, string>> = {
    without_origin,
    without_token,
    empty_token: { ...own, "x-csrf-token": "" },
    token_of_another: { ...own, "x-csrf-token": other.csrf },
    other_site: { ...own, origin: "https://evil.example" },
    subdomain: { ...own, origin: "http://sub.127.0.0.1:3000" },
    other_port: { ...own, origin: "http://127.0.0.1:3001" },
    opaque_origin: { ...own, origin: "null" },
    same_site_only: { ...own, "sec-fetch-site": "same-site" },
    cross_site: { ...own, "sec-fetch-site": "cross-site" },
  };
  for (const [name, headers] of Object.entries(forged)) {
    const { status, code } = await refusal(createLocation, location, { headers });
    expect([name, status, code]).toEqual([name, 403, "csrf_failed"]);
  }
  const { data } = await call(listLocations, {}, { headers: { cookie, "x-organization": organization } });
  expect(data).toHaveLength(1);
});

test("reading by cookie needs no token", async () => {
  const gym = await newGym();
  const { cookie } = await browserOf(gym, gym.people.trainer);
  expect((await call(me, {}, { headers: { cookie } })).user.id).toBe(gym.people.trainer.user_id);
});

test("a bearer token needs no CSRF token, and wins over a cookie that is sent along", async () => {
  const gym = await newGym();
  const { cookie } = await browserOf(gym, gym.people.trainer);
  const { token } = gym.people.gym_owner;
  const made = await call(createLocation, location, {
    token,
    headers: { cookie, origin: "https://elsewhere.example" },
  });
  expect(made.name).toBe("North");
});

test("a cookie that was altered, or whose session has ended, is no session", async () => {
  const gym = await newGym();
  const { cookie, csrf } = await browserOf(gym, gym.people.trainer);
  const altered = `${cookie.slice(0, -4)}AAAA`;
  expect((await refusal(me, {}, { headers: { cookie: altered } })).status).toBe(401);
  const headers = { cookie, origin: site, "x-csrf-token": csrf };
  expect((await send(logout, {}, { headers })).status).toBe(204);
  expect((await refusal(me, {}, { headers: { cookie } })).status).toBe(401);
});

test("a CSRF token belongs to one session of a user", async () => {
  const gym = await newGym();
  const session = sessionOf(gym.people.admin);
  expect(csrfToken(session)).not.toBe(csrfToken({ ...session, family_id: gym.people.trainer.family_id }));
});
