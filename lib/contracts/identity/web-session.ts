import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";
import { emailAddress } from "@/lib/values/schemas/email";

/** The content of the web session cookie. next-auth serves this path; it is not part of the public API. */
export const openWebSession = contract({
  id: "auth.open_web_session",
  scope: "own",
  method: "POST",
  path: "/api/auth/callback/credentials",
  access: "public",
  tag: "Sign-in",
  input: z.strictObject({
    email: emailAddress,
    password: z.string().min(1).max(200),
    /** The device token that an earlier sign-in stored in this browser. */
    device_mark: z.string().max(300).nullable(),
  }),
  output: z.object({ user_id: id, session_version: z.int(), family_id: id }),
  is_confidential: true,
  errors: ["invalid_credentials", "too_many_requests", "overloaded"],
});

/** The organization's name and color, for its sign-in page. */
export const readGymCard = contract({
  id: "auth.read_gym_card",
  scope: "shared",
  method: "GET",
  path: "/api/auth/gym-card",
  access: "public",
  tag: "Sign-in",
  input: z.strictObject({ slug: z.string().max(64) }),
  output: z.object({ id, slug: z.string(), name: z.string(), brand_color: z.string(), logo_file_id: id.nullable() }),
  errors: ["not_found"],
});

/** As openWebSession, with the token of a sign-in link. */
export const openWebSessionByLink = contract({
  id: "auth.open_web_session_by_link",
  scope: "own",
  method: "POST",
  path: "/api/auth/callback/link",
  access: "public",
  tag: "Sign-in",
  input: z.strictObject({ token: z.string().min(20).max(200) }),
  output: z.object({ user_id: id, session_version: z.int(), family_id: id }),
  is_confidential: true,
  errors: ["link_invalid", "conflict"],
});
