import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { instantOut } from "@/lib/contracts/fields";

export const pass = z.object({
  /** What the QR shows. */
  text: z.string(),
  shown_from: instantOut,
  shown_until: instantOut,
  expires_at: instantOut,
});

export const getOwnPass = contract({
  id: "me.pass",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/pass",
  access: "pass.read_own",
  tag: "Member's own",
  summary: "Get the passes for the next ten minutes",
  description:
    "Each pass is valid for a minute, once, and is shown for its first half. They follow each other without a gap, so that a phone without signal goes on showing a valid one. Measure from `now`, not from the phone's clock.",
  input: z.strictObject({}),
  output: z.object({ now: instantOut, passes: z.array(pass) }),
  errors: ["not_found"],
  example: {
    input: {},
    output: {
      now: "2026-03-05T06:42:00.000Z",
      passes: [
        {
          text: "BAAB2C3D4E5F6G7H",
          shown_from: "2026-03-05T06:42:00.000Z",
          shown_until: "2026-03-05T06:42:30.000Z",
          expires_at: "2026-03-05T06:43:00.000Z",
        },
      ],
    },
  },
});
