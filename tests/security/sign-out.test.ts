import { expect, test } from "vitest";
import { contracts } from "@/lib/contracts";
import { logout, logoutAll, me } from "@/lib/contracts/identity/auth";
import { newGym } from "@/tests/support/gym/gym";
import { send } from "@/tests/support/http/api";

test("the contracts that end a session are known", () => {
  expect(contracts.filter(({ ends_session }) => ends_session).map(({ id }) => id)).toEqual([
    "auth.logout",
    "auth.logout_all",
  ]);
});

test.each([logout, logoutAll])("$id makes the browser delete the data of the session", async (contract) => {
  const gym = await newGym();
  const { token } = gym.people.receptionist;
  expect((await send(me, {}, { token })).headers.get("clear-site-data")).toBeNull();
  const { status, headers } = await send(contract, {}, { token });
  expect([status, headers.get("clear-site-data"), headers.get("cache-control")]).toEqual([
    204,
    '"storage"',
    "no-store",
  ]);
  const refused = await send(contract, {}, { token });
  expect([refused.status, refused.headers.get("clear-site-data")]).toEqual([401, null]);
});
