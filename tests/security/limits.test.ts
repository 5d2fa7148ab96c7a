import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import type { Contract } from "@/lib/contracts/contract";
import { login, me, refresh } from "@/lib/contracts/identity/auth";
import { createLocation, listLocations } from "@/lib/contracts/organization/locations";
import { networkOf } from "@/lib/kernel/ip-address";
import { requestLimiters } from "@/lib/kernel/rate-limit";
import { sessionCookieName, writeWebSession } from "@/lib/kernel/web-session";
import { exampleOf } from "@/tests/support/contracts/examples";
import { newGym, type Person } from "@/tests/support/gym/gym";
import { from, newAccount, newAddress } from "@/tests/support/gym/people";
import { send } from "@/tests/support/http/api";

const limit = 300;

/** As if the address had sent all requests of its minute but this many. */
const leave = (address: string, left: number) => requestLimiters.address.penalty(networkOf(address), limit - left);

async function statusOf(
  contract: Contract,
  headers: Record<string, string>,
  input = exampleOf(contract).input as object,
) {
  const response = await send(contract, { ...input }, { headers });
  return response.status;
}

const cookieOf = async ({ user_id, family_id }: Person) =>
  `${sessionCookieName()}=${await writeWebSession({ user_id, family_id, session_version: 1 })}`;

const garbage = { authorization: "Bearer not-a-token" };

test("A13 refused tokens count against the address that sends them", async () => {
  const address = newAddress();
  await leave(address, 2);
  const statuses: number[] = [];
  for (let count = 0; count < 3; count += 1) statuses.push(await statusOf(me, { ...from(address), ...garbage }));
  expect(statuses).toEqual([401, 401, 429]);
  const response = await send(me, {}, { headers: { ...from(address), ...garbage } });
  expect(await response.json()).toMatchObject({ code: "too_many_requests" });
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(response.headers.get("ratelimit")).toMatch(/^"address";r=0;t=\d+$/);
});

test("A13 an organization that the caller does not belong to counts against the address", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const address = newAddress();
  await leave(address, 2);
  const bearer = { ...from(address), authorization: `Bearer ${gym.people.gym_owner.token}` };
  const named = (organization: string) => statusOf(listLocations, { ...bearer, "x-organization": organization }, {});
  expect([
    await named(other.organization.slug),
    await named("no-such-gym"),
    await named(other.organization_id),
  ]).toEqual([404, 404, 429]);
  expect(await named(gym.organization.slug)).toBe(200);
});

test("A13 a write that its page's token does not vouch for counts against the address", async () => {
  const gym = await newGym();
  const address = newAddress();
  await leave(address, 1);
  const headers = { ...from(address), cookie: await cookieOf(gym.people.gym_owner) };
  expect([await statusOf(createLocation, headers), await statusOf(createLocation, headers)]).toEqual([403, 429]);
});

test("A13 a sign-in from another site counts against the address", async () => {
  const { POST } = await import("@/app/api/auth/[...nextauth]/route");
  const address = newAddress();
  await leave(address, 1);
  const post = async () => {
    const headers = { ...from(address), origin: "https://evil.example" };
    const request = new NextRequest("http://127.0.0.1:3000/api/auth/callback/credentials", { method: "POST", headers });
    return (await POST(request, { params: Promise.resolve({ nextauth: [] }) })).status;
  };
  expect([await post(), await post()]).toEqual([403, 429]);
});

test("an unusable token on a public operation counts like any request of a stranger", async () => {
  const address = newAddress();
  await leave(address, 1);
  const headers = { ...from(address), ...garbage };
  expect([await statusOf(refresh, headers), await statusOf(refresh, headers)]).toEqual([401, 429]);
});

test("an address above its limit does not lock out signed-in users", async () => {
  const gym = await newGym();
  const address = newAddress();
  await leave(address, 0);
  expect(await statusOf(me, { ...from(address), ...garbage })).toBe(429);
  const bearer = { ...from(address), authorization: `Bearer ${gym.people.trainer.token}` };
  expect(await statusOf(me, bearer)).toBe(200);
});

test.each([
  ["an IPv6 address counts with its /64", "2001:db8:77:1::1", "2001:db8:77:1:ffff::9", "2001:db8:77:2::1"],
  ["an IPv4 address written as IPv6 counts as IPv4", "198.51.100.7", "::ffff:c633:6407", "::ffff:198.51.100.8"],
])("A13 %s", async (_, address, same, other) => {
  await leave(address, 1);
  const tried = (ip: string) => statusOf(me, { ...from(ip), ...garbage });
  expect([await tried(same), await tried(address), await tried(other)]).toEqual([401, 429, 401]);
});

test("A13 once an address is above its limit, sign-in gives the same bytes for every account", async () => {
  const address = newAddress();
  const [familiar, known] = [await newAccount(), await newAccount()];
  const answerOf = async (email: string, password: string) => {
    const response = await send(login, { email, password }, { headers: from(address) });
    return [response.status, await response.text()];
  };
  expect((await answerOf(familiar.email, familiar.password))[0]).toBe(200);
  const guessed = "nobody-guessed@example.com";
  for (let count = 0; count < 6; count += 1) await answerOf(guessed, "a wrong guess");
  await pool().query("update rate_limits set points = 200 where key = $1", [`sign_in_address:${address}`]);
  const unknown = await answerOf("nobody@example.com", "a wrong guess");
  expect(unknown[0]).toBe(429);
  for (const [email, password] of [
    [familiar.email, "a wrong guess"],
    [familiar.email, familiar.password],
    [known.email, "a wrong guess"],
    [known.email, known.password],
    [guessed, "a wrong guess"],
  ] as const)
    expect(await answerOf(email, password)).toEqual(unknown);
});
