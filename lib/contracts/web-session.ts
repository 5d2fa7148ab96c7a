import { z } from "zod";
import { emailAddress } from "@/lib/values/email";
import { contract } from "./contract";
import { id } from "./fields";

/** What the cookie of the web session is made from. Served by next-auth at this address; no part of the public API. */
export const openWebSession = contract({
  id: "auth.open_web_session",
  method: "POST",
  path: "/api/auth/callback/credentials",
  access: "public",
  tag: "Sign-in",
  summary: "Sign in on the web with e-mail and password",
  input: z.strictObject({
    email: emailAddress,
    password: z.string().min(1).max(200),
    /** The mark that an earlier sign-in left in this browser. */
    device_mark: z.string().max(300).nullable(),
  }),
  output: z.object({ user_id: id, session_version: z.int(), family_id: id }),
  is_confidential: true,
  errors: ["invalid_credentials", "too_many_requests", "overloaded"],
  example: {
    input: { email: "ingrid@example.com", password: "correct horse battery", device_mark: null },
    output: {
      user_id: "0197f0a0-0000-7000-8000-0000000000b2",
      session_version: 1,
      family_id: "0197f0a0-0000-7000-8000-0000000000d1",
    },
  },
});
