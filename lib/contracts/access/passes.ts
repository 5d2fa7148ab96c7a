import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { instantOut } from "@/lib/contracts/fields";

const pass = z.object({
  /** The content of the QR code. */
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
  input: z.strictObject({}),
  output: z.object({ now: instantOut, passes: z.array(pass) }),
  errors: ["not_found"],
});
