import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, text } from "@/lib/contracts/fields";
import { readinessQuestions } from "@/lib/values/readiness-questions";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { healthFlag } from "./member-fields";

const tag = "Members";

const readiness = z.strictObject(
  Object.fromEntries(readinessQuestions.map((name) => [name, z.boolean()])) as Record<
    (typeof readinessQuestions)[number],
    z.ZodBoolean
  >,
);

const answers = {
  conditions: text(4_000).nullable(),
  medications: text(4_000).nullable(),
  allergies: text(4_000).nullable(),
  injuries: text(4_000).nullable(),
  /** Instructions for an emergency, such as where the inhaler is. */
  instructions: text(4_000).nullable(),
  readiness: readiness.nullable(),
};

const medical = z.object({
  ...answers,
  screened_on: calendarDay.nullable(),
  cleared_on: calendarDay.nullable(),
  health_flag: healthFlag,
  updated_at: instantOut.nullable(),
});

export const getMedical = contract({
  id: "member_medical.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/medical",
  access: "members.medical.read",
  tag,
  input: z.strictObject({ id }),
  output: medical,
  errors: ["not_found"],
});

export const putMedical = contract({
  id: "member_medical.put",
  scope: "location",
  method: "PUT",
  path: "/api/v1/members/{id}/medical",
  access: "members.medical.write",
  tag,
  input: z
    .strictObject({ id, ...answers, cleared_on: calendarDay.nullable() })
    .partial()
    .required({ id: true }),
  output: medical,
  errors: ["not_found", "invalid_input"],
});
