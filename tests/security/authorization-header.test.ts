import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { contracts } from "@/lib/contracts";
import type { Contract } from "@/lib/contracts/contract";
import { login, me, refresh } from "@/lib/contracts/identity/auth";
import { createLocation } from "@/lib/contracts/organization/locations";
import { issueAccessToken } from "@/lib/kernel/access-token";
import { authenticatePage } from "@/lib/kernel/authenticate";
import { type Clock, fixedClock, systemClock } from "@/lib/kernel/clock";
import { sessionCookieName, writeWebSession } from "@/lib/kernel/web-session";
import { exampleOf } from "@/tests/support/contracts/examples";
import { newGym, type Person } from "@/tests/support/gym/gym";
import { from, newAccount, newAddress } from "@/tests/support/gym/people";
import { call, refusal, send } from "@/tests/support/http/api";
import { readSources } from "@/tests/support/repository/walls/source";

const example = (contract: Contract) => exampleOf(contract).input as Record<string, unknown>;

/** In all but one way a token of ours: it has expired, or its session is not there. */
const tokenAt = (clock: Clock): Promise<string> =>
  issueAccessToken({ sub: newId(), org: newId(), sv: 1, fam: newId() }, clock);
const expired = () => tokenAt(fixedClock("2026-01-01T00:00:00Z"));

const cookieOf = async ({ user_id, family_id }: Person) =>
  `${sessionCookieName()}=${await writeWebSession({ user_id, family_id, session_version: 1 })}`;

const foreign = ["Basic cHJveHk6c2VjcmV0", "basic x", 'Digest username="a"', "Negotiate YII=", "Token abc", "x"];
const unusable = ["Bearer not-a-token", "bearer x.y.z", "Bearer", "Bearer a b", "Bearer ä", "BEARER null"];

async function answerOf(contract: Contract, headers: Record<string, string>) {
  const response = await send(contract, example(contract), { headers: { ...from(newAddress()), ...headers } });
  const body = response.status === 204 ? null : ((await response.json()) as { code?: string; detail?: string });
  return [response.status, body?.code, body?.detail];
}

const isPublic = ({ access }: Contract) => access === "public";
const named = (contract: Contract) => [contract.id, contract] as const;
const bearers = async () => {
  const tokens = await Promise.all([expired(), tokenAt(systemClock)]);
  return [...unusable, ...tokens.map((token) => `Bearer ${token}`)];
};

test.each(contracts.filter(isPublic).map(named))(
  "%s is public: a header of another scheme and an unusable token count as none",
  async (_, contract) => {
    const headers = [...foreign, ...(await bearers())];
    const [plain = [], ...answers] = await Promise.all([
      answerOf(contract, {}),
      ...headers.map((authorization) => answerOf(contract, { authorization })),
    ]);
    expect(answers.map((answer, index) => [headers[index], ...answer])).toEqual(
      headers.map((header) => [header, ...plain]),
    );
  },
);

test.each(contracts.filter((contract) => !isPublic(contract)).map(named))(
  "%s is not public: an unusable token is rejected, and a header of another scheme counts as none",
  async (_, contract) => {
    for (const authorization of await bearers()) {
      const [status] = await answerOf(contract, { authorization });
      expect([authorization, status]).toEqual([authorization, 401]);
    }
    const [status, code] = await answerOf(contract, { authorization: "Basic cHJveHk6c2VjcmV0" });
    expect([status, code]).toEqual([401, "unauthenticated"]);
  },
);

test("a client that attaches its expired token to every request can refresh it and sign in again", async () => {
  const { email, password } = await newAccount();
  const headers = { ...from(newAddress()), authorization: `Bearer ${await expired()}` };
  const first = await call(login, { email, password }, { headers });
  const second = await call(refresh, { refresh_token: first.refresh_token }, { headers });
  expect(second.user.email).toBe(email);
});

test("behind a proxy that asks for a password the cookie's session counts, and its writes need their token as ever", async () => {
  const gym = await newGym();
  const { gym_owner } = gym.people;
  const headers = { authorization: "Basic cHJveHk6c2VjcmV0", cookie: await cookieOf(gym_owner) };
  expect((await call(me, {}, { headers })).user.id).toBe(gym_owner.user_id);
  const write = await refusal(createLocation, example(createLocation), { headers });
  expect([write.status, write.code]).toEqual([403, "csrf_failed"]);
});

test.each([...foreign, ...unusable])(
  "a page goes by its cookie, whatever the header says: %s",
  async (authorization) => {
    const gym = await newGym();
    const { gym_owner } = gym.people;
    const page = async (headers: Record<string, string>) =>
      new Request("http://localhost/manage/x?organization=elsewhere", {
        headers: { authorization, "x-organization": "elsewhere", ...headers },
      });
    const owner = await authenticatePage(await page({ cookie: await cookieOf(gym_owner) }), {
      slug: gym.organization.slug,
    });
    expect([owner.actor.type, owner.organization?.id]).toEqual(["user", gym.organization_id]);
    const person = await authenticatePage(await page({ cookie: await cookieOf(gym_owner) }), null);
    expect([person.actor.type, person.organization]).toEqual(["user", null]);
    expect((await authenticatePage(await page({}), null)).actor.type).toBe("anonymous");
  },
);

test("no page asks for its caller as the API does", () => {
  const asking = readSources().filter(({ path, text }) => path.startsWith("app/") && /\bauthenticate\(/.test(text));
  expect(asking.map(({ path }) => path)).toEqual([]);
});
