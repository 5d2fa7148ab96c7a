import { expect, test } from "vitest";
import { GET as live } from "@/app/api/health/live/route";
import { GET as ready } from "@/app/api/health/ready/route";

test("the liveness endpoint needs no sign-in", async () => {
  const response = live();
  expect([response.status, await response.json()]).toEqual([200, { status: "alive" }]);
});

test("the process is ready once the database answers and has its tables", async () => {
  const response = await ready();
  expect([response.status, await response.json()]).toEqual([200, { status: "ready" }]);
});
