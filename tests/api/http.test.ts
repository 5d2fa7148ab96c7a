import { describe, expect, test } from "vitest";
import { errorCatalogue } from "@/lib/contracts/error-codes";
import { createMember } from "@/lib/contracts/members/members";
import { createLocation, getLocation, listLocations, updateLocation } from "@/lib/contracts/organization/locations";
import { requestLimiters } from "@/lib/kernel/rate-limit";
import { freezeTime } from "@/tests/support/environment/frozen-time";
import { newGym } from "@/tests/support/gym/gym";
import { call, handlerOf, refusal, requestOf, send } from "@/tests/support/http/api";

const location = {
  name: "Second",
  time_zone: "Europe/Berlin",
  currency: "EUR" as const,
  opening_hours: { mon: "24h" as const },
};

async function raw(body: BodyInit, headers: Record<string, string>, token: string): Promise<Response> {
  const handler = await handlerOf(createLocation);
  const url = "http://127.0.0.1:3000/api/v1/locations";
  if (!handler) throw new Error("locations has no POST");
  return handler(new Request(url, { method: "POST", body, headers: { ...headers, authorization: `Bearer ${token}` } }));
}

const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

describe("a request body", () => {
  test.each([
    ["that is not JSON", "{", "application/json", [400, "malformed_body"]],
    ["that is a list", "[]", "application/json", [400, "malformed_body"]],
    [
      "in another encoding",
      new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
      "application/json",
      [400, "malformed_body"],
    ],
    ["of another media type", "name=Second", "application/x-www-form-urlencoded", [415, "unsupported_media_type"]],
    ["over 1 MiB", JSON.stringify({ name: "x".repeat(1024 * 1024) }), "application/json", [413, "payload_too_large"]],
  ] as const)("%s is rejected with a sentence", async (_, body, type, expected) => {
    const gym = await newGym();
    expect(await codeOf(await raw(body, { "content-type": type }, gym.people.gym_owner.token))).toEqual(expected);
  });

  test("over 1 MiB is refused although it does not say its length", async () => {
    const gym = await newGym();
    const chunk = new TextEncoder().encode("x".repeat(64 * 1024));
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (++sent > 40) return controller.close();
        controller.enqueue(chunk);
      },
    });
    const init = {
      method: "POST",
      body: stream,
      duplex: "half" as const,
      headers: { "content-type": "application/json", authorization: `Bearer ${gym.people.gym_owner.token}` },
    };
    const handler = await handlerOf(createLocation);
    const response = await handler?.(new Request("http://127.0.0.1:3000/api/v1/locations", init));
    expect(response?.status).toBe(413);
    expect(sent).toBeLessThan(40);
  });

  test("with a NUL in a text is rejected as invalid input, not as a server error", async () => {
    const gym = await newGym();
    const answer = await refusal(createMember, { first_name: "A\u0000da" }, { token: gym.people.gym_owner.token });
    expect([answer.status, answer.code]).toEqual([422, "invalid_input"]);
  });
});

test("an id that is no text at all is a missing one", async () => {
  const gym = await newGym();
  const handler = await handlerOf(getLocation);
  const headers = { authorization: `Bearer ${gym.people.gym_owner.token}` };
  const response = await handler?.(new Request("http://127.0.0.1:3000/api/v1/locations/%E0%A4%A", { headers }));
  expect(response?.status).toBe(404);
});

describe("a change", () => {
  test("under an ETag that is no longer the newest is refused and changes nothing", async () => {
    const gym = await newGym();
    const token = gym.people.gym_owner.token;
    const first = await send(getLocation, { id: gym.location_id }, { token });
    const etag = first.headers.get("etag") ?? "";
    await call(updateLocation, { id: gym.location_id, capacity: 70 }, { token, headers: { "if-match": etag } });
    const late = await refusal(
      updateLocation,
      { id: gym.location_id, capacity: 60 },
      { token, headers: { "if-match": etag } },
    );
    expect([late.status, late.code]).toEqual([412, "version_conflict"]);
    expect((await call(getLocation, { id: gym.location_id }, { token })).capacity).toBe(70);
  });
});

describe("an idempotency key", () => {
  test("R3 sent twice at once makes one location and gives both the same response", async () => {
    const gym = await newGym();
    const terms = { token: gym.people.gym_owner.token, headers: { "idempotency-key": "open-second" } };
    const answers = await Promise.all([1, 2, 3].map(() => send(createLocation, location, terms)));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(bodies).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get("idempotency-replayed") === "true").length).toBe(2);
    const { data } = await call(listLocations, {}, { token: terms.token });
    expect(data.filter(({ name }) => name === "Second").length).toBe(1);
  });

  test("R3 with another body is refused", async () => {
    const gym = await newGym();
    const terms = { token: gym.people.gym_owner.token, headers: { "idempotency-key": "open-second" } };
    await call(createLocation, location, terms);
    const other = await refusal(createLocation, { ...location, name: "Third" }, terms);
    expect([other.status, other.code]).toEqual([422, "idempotency_key_reused"]);
  });

  test("R3 of a request that failed may be used for it again", async () => {
    const gym = await newGym();
    const terms = { token: gym.people.gym_owner.token, headers: { "idempotency-key": "twin" } };
    const twin = { ...location, name: "Main" };
    expect((await refusal(createLocation, twin, terms)).code).toBe("already_exists");
    await call(updateLocation, { id: gym.location_id, name: "Old" }, { token: terms.token });
    expect((await call(createLocation, twin, terms)).name).toBe("Main");
  });

  test("A1 of one gym means nothing in another", async () => {
    const [one, two] = await Promise.all([newGym(), newGym()]);
    const headers = { "idempotency-key": "shared" };
    const first = await call(createLocation, location, { token: one.people.gym_owner.token, headers });
    const second = await call(createLocation, location, { token: two.people.gym_owner.token, headers });
    expect(second.id).not.toBe(first.id);
  });
});

test("R4 a client above its limit gets the time of its next request", async () => {
  freezeTime();
  const gym = await newGym();
  const handler = await handlerOf(listLocations);
  const token = gym.people.trainer.token;
  let refused: Response | undefined;
  await requestLimiters.actor.penalty(gym.people.trainer.family_id, 1_190);
  for (let sent = 0; sent < 20 && !refused; sent++) {
    const response = await handler?.(requestOf(listLocations, {}, { token }));
    if (response?.status === 429) refused = response;
  }
  expect(await refused?.json()).toMatchObject({
    code: "too_many_requests",
    status: errorCatalogue.too_many_requests[0],
  });
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused?.headers.get("ratelimit")).toMatch(/^"actor";r=0;t=\d+$/);
  expect((await send(listLocations, {}, { token: gym.people.admin.token })).status).toBe(200);
});

test("a response is never cached, and the browser never guesses its type", async () => {
  const gym = await newGym();
  const { headers } = await send(listLocations, {}, { token: gym.people.gym_owner.token });
  expect([headers.get("cache-control"), headers.get("x-content-type-options")]).toEqual(["no-store", "nosniff"]);
});
