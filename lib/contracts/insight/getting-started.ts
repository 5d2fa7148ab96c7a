import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { firstSteps } from "@/lib/values/first-steps";

const gettingStarted = z.object({
  steps: z.array(z.object({ step: z.enum(firstSteps), is_done: z.boolean() })),
  is_complete: z.boolean(),
  is_hidden: z.boolean(),
});

const shared = { tag: "Reports", path: "/api/v1/dashboard/getting-started" } as const;

export const getGettingStarted = contract({
  ...shared,
  id: "getting_started.get",
  scope: "organization",
  method: "GET",
  access: "locations.write",
  input: z.strictObject({}),
  output: gettingStarted,
  errors: [],
});

export const updateGettingStarted = contract({
  ...shared,
  id: "getting_started.update",
  scope: "organization",
  method: "PATCH",
  access: "locations.write",
  input: z.strictObject({ is_hidden: z.boolean() }),
  output: gettingStarted,
  errors: [],
});

export const openDesk = contract({
  ...shared,
  id: "getting_started.open_desk",
  scope: "location",
  method: "POST",
  path: "/api/v1/dashboard/getting-started/desk-openings",
  access: "check_ins.create",
  input: z.strictObject({}),
  output: z.null(),
  errors: [],
});
