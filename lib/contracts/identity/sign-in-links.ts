import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { emailAddress } from "@/lib/values/schemas/email";
import { signedIn } from "./auth";
import { tag } from "./auth-fields";

const token = z.string().min(20).max(200);

export const sendSignInLink = contract({
  id: "auth.send_sign_in_link",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/sign-in-links",
  access: "public",
  tag,
  input: z.strictObject({ email: emailAddress }),
  output: z.object({ status: z.literal("check_your_email") }),
  status: 202,
  errors: ["too_many_requests"],
});

export const readSignInLink = contract({
  id: "auth.read_sign_in_link",
  scope: "own",
  method: "GET",
  path: "/api/v1/auth/sign-in-links",
  access: "public",
  tag,
  input: z.strictObject({ token }),
  output: z.object({ email: z.string() }),
  errors: ["link_invalid"],
});

export const openSessionByLink = contract({
  id: "auth.open_session_by_link",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/sign-in-links/sessions",
  access: "public",
  tag,
  input: z.strictObject({ token }),
  output: signedIn,
  is_confidential: true,
  errors: ["link_invalid", "conflict"],
});
