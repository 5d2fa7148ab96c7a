import { expect, test } from "vitest";
import { type ApiDocument, withOwnIds } from "@/components/docs/own-ids";
import { contracts } from "@/lib/contracts";
import { type Contract, pathParams } from "@/lib/contracts/contract";
import { exampleOf } from "@/tests/support/contracts/examples";
import { mayCall, sendSpecimen } from "@/tests/support/contracts/requests";
import { specimen } from "@/tests/support/contracts/specimens";
import { type Gym, newGym } from "@/tests/support/gym/gym";

const roles = ["gym_owner", "admin", "trainer", "receptionist", "member"] as const;

/** The example's own filters, with the rows of this gym in the place of ids that no gym has. */
async function exampleInput(contract: Contract, gym: Gym): Promise<Record<string, unknown>> {
  const example = exampleOf(contract).input as Record<string, unknown>;
  const inPath = pathParams(contract.path);
  const own = { location_id: gym.location_id, member_id: gym.member_id, ...(await specimen(contract, gym)) };
  const replaced = Object.entries(own).filter(
    ([name]) =>
      inPath.includes(name) || name.startsWith("$") || (name in example && (name.endsWith("_id") || isFleeting(name))),
  );
  return { ...example, ...Object.fromEntries(replaced) };
}

/** A token is spent, and a month passes: no document can name one that stays good. */
const isFleeting = (name: string) => name === "token" || name === "month";

const reads = contracts.filter(({ method, download }) => method === "GET" && !download);

test.each(reads.map((contract) => [contract.id, contract] as const))(
  "the documented example of %s answers 200",
  async (_, contract) => {
    const role = roles.find((name) => mayCall(contract, name));
    if (!role) return expect(contract.access).toMatch(/^(support|organizations)\./);
    const gym = await newGym();
    const answer = await sendSpecimen(contract, await exampleInput(contract, gym), gym.people[role].token);
    expect([answer.status, answer.ok ? "" : await answer.text()]).toEqual([200, ""]);
  },
);

test("the ids of the signed-in gym take the place of those in the examples, one request for each list", async () => {
  const document = {
    paths: {
      "/api/v1/members/{id}": {
        get: { parameters: [{ name: "id", in: "path", example: "0197f0a0-0000-7000-8000-000000000001" }] },
      },
      "/api/v1/check-ins": {
        post: {
          parameters: [{ name: "location_id", in: "query", example: "0197f0a0-0000-7000-8000-000000000002" }],
          requestBody: {
            content: {
              "application/json": {
                example: { member_id: "0197f0a0-0000-7000-8000-000000000001", location_id: "0197f0a0-", method: "qr" },
              },
            },
          },
        },
      },
    },
  } satisfies ApiDocument;
  const asked: string[] = [];
  const { paths } = await withOwnIds(document, "2026-03", async (list) => {
    asked.push(list);
    return list === "/api/v1/members" ? "own member" : null;
  });
  expect(paths["/api/v1/members/{id}"]?.get?.parameters?.[0]?.example).toBe("own member");
  expect(paths["/api/v1/check-ins"]?.post?.requestBody?.content?.["application/json"]?.example).toEqual({
    ...{ member_id: "own member", location_id: "0197f0a0-", method: "qr" },
  });
  expect(asked.sort()).toEqual(["/api/v1/locations", "/api/v1/members"]);
});
