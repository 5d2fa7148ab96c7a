import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contracts } from "@/lib/contracts";
import { type Contract, pathParams } from "@/lib/contracts/contract";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { handlerOf, routeFile, send, sendThrough } from "@/tests/support/http/api";
import { startApiServer } from "@/tests/support/http/api-server";
import { exampleOf } from "./examples";
import { responseErrors } from "./openapi";
import { mayCall, sendSpecimen } from "./requests";
import { specimen } from "./specimens";

const rolesInGym = ["gym_owner", "admin", "trainer", "receptionist", "member"] as const;
const missing = "0197f0a0-dead-7000-8000-00000000dead";

function tokenOfWhoMay(contract: Contract, gym: Gym): string | undefined {
  const role = rolesInGym.find((name) => mayCall(contract, name));
  return role && gym.people[role].token;
}

const exampleInput = (contract: Contract) => exampleOf(contract).input as Record<string, unknown>;

/** The tests that follow from each contract with one of these tags. */
export function testContracts(...tags: string[]): void {
  const chosen = contracts.filter(({ tag }) => tags.includes(tag));
  let shared: Promise<Gym> | undefined;
  /** For requests that write nothing. */
  const sharedGym = () => {
    shared ??= newGym();
    return shared;
  };
  const each = () =>
    describe.each(chosen.map((contract) => [contract.id, contract] as const))("%s", (_, contract) =>
      testContract(contract, sharedGym),
    );
  describe("route files", each);
  describe("API server", () => {
    let server: Awaited<ReturnType<typeof startApiServer>>;
    beforeAll(async () => {
      server = await startApiServer();
      sendThrough(server.send);
    });
    afterAll(() => {
      sendThrough(null);
      server.close();
    });
    each();
  });
}

function testContract(contract: Contract, sharedGym: () => Promise<Gym>): void {
  test("is served at its address", async () => {
    expect(await handlerOf(contract), routeFile(contract)).toBeTypeOf("function");
  });

  test("has an example that its own schemas accept", () => {
    expect(contract.input.safeParse(exampleOf(contract).input).error?.issues).toBeUndefined();
    if (!contract.download) expect(contract.output.safeParse(exampleOf(contract).output).error?.issues).toBeUndefined();
  });

  test.skipIf(contract.access === "public")("answers 401 without a session", async () => {
    const response = await send(contract, exampleInput(contract));
    expect([response.status, (await response.json()).code]).toEqual([401, "unauthenticated"]);
  });

  test("refuses a key that it does not know", async () => {
    const gym = await sharedGym();
    const token = tokenOfWhoMay(contract, gym);
    if (contract.access !== "public" && !token) return expect(contract.access).toMatch(/^(support|organizations)\./);
    const response = await send(contract, { ...exampleInput(contract), unknown_key: "1" }, { token });
    expect([response.status, (await response.json()).code]).toEqual([422, "invalid_input"]);
  });

  test.skipIf(contract.access === "public" || contract.access === "signed_in")(
    "lets each role in or out as the permission table says",
    async () => {
      const gym = await (contract.method === "GET" ? sharedGym() : newGym());
      for (const role of rolesInGym) {
        const { status } = await send(contract, exampleInput(contract), { token: gym.people[role].token });
        if (mayCall(contract, role)) expect([401, 403], role).not.toContain(status);
        else expect(status, role).toBe(403);
      }
    },
  );

  // What only a super admin may read spans the gyms, so that no id of it is foreign.
  const byId =
    pathParams(contract.path).includes("id") &&
    contract.access !== "public" &&
    contract.access !== "signed_in" &&
    rolesInGym.some((role) => mayCall(contract, role));
  test.runIf(byId)("A1 answers a foreign id exactly as a missing one", async () => {
    const [gym, other] = await Promise.all([sharedGym(), newGym()]);
    const foreign = await specimen(contract, other);
    const token = tokenOfWhoMay(contract, gym);
    if (!foreign || !token) return expect.unreachable(`give ${contract.id} a specimen in tests/support/specimens`);
    const answers = await Promise.all(
      [foreign, { ...foreign, id: missing }].map((input) => sendSpecimen(contract, input, token)),
    );
    const [one, two] = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
    expect(one).toEqual(two);
    expect(one?.[0]).toBe(404);
  });

  test.runIf("cursor" in contract.input.shape)("refuses a cursor that it did not give out", async () => {
    const gym = await newGym();
    const token = tokenOfWhoMay(contract, gym);
    const input = { ...(await specimen(contract, gym)) };
    for (const values of [["x"], ["x", "x"], ["2026-03-05T12:00:00Z", missing], ["walk", 0, "x", missing], [1]]) {
      const cursor = Buffer.from(JSON.stringify(values)).toString("base64url");
      for (const made of [cursor, `${cursor}.`, `${cursor}.${"A".repeat(22)}`]) {
        const response = await sendSpecimen(contract, { ...input, cursor: made }, token);
        expect([response.status, (await response.json()).code], made).toEqual([400, "malformed_cursor"]);
      }
    }
  });

  test("answers what its OpenAPI description promises", async () => {
    const gym = await newGym();
    const input = await specimen(contract, gym);
    if (!input) return expect.unreachable(`give ${contract.id} a specimen in tests/support/specimens`);
    const response = await sendSpecimen(contract, input, tokenOfWhoMay(contract, gym));
    expect(await responseErrors(contract, response)).toEqual([]);
  });
}
