import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, text } from "@/lib/contracts/fields";
import { permissions } from "@/lib/values/permissions";
import { emailAddress } from "@/lib/values/schemas/email";
import { role } from "@/lib/values/schemas/permissions";
import { organizationOfUser, password, person, tag } from "./auth-fields";

export const signedIn = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal("Bearer"),
  /** Seconds until the access token expires. */
  expires_in: z.int(),
  user: person.extend({
    /** The organization that the access token is for. */
    organization: organizationOfUser.nullable(),
    organizations: z.array(organizationOfUser),
  }),
});
export type SignedIn = z.output<typeof signedIn>;

export const login = contract({
  id: "auth.login",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/login",
  access: "public",
  tag,
  input: z.strictObject({ email: emailAddress, password, organization: text(64).optional() }),
  output: signedIn,
  is_confidential: true,
  errors: ["invalid_credentials", "not_found", "too_many_requests", "overloaded"],
});

export const refresh = contract({
  id: "auth.refresh",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/refresh",
  access: "public",
  tag,
  input: z.strictObject({ refresh_token: z.string().min(20).max(200) }),
  output: signedIn,
  is_confidential: true,
  errors: ["token_expired"],
});

export const logout = contract({
  id: "auth.logout",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/logout",
  access: "signed_in",
  tag,
  ends_session: true,
  input: z.strictObject({}),
  output: z.null(),
  errors: [],
});

export const logoutAll = contract({
  id: "auth.logout_all",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/logout-all",
  access: "signed_in",
  tag,
  ends_session: true,
  input: z.strictObject({}),
  output: z.null(),
  errors: [],
});

export const me = contract({
  id: "auth.me",
  scope: "own",
  method: "GET",
  path: "/api/v1/auth/me",
  access: "signed_in",
  tag,
  input: z.strictObject({}),
  output: z.object({
    user: person.extend({ email_verified: z.boolean() }),
    organization: organizationOfUser.nullable(),
    organizations: z.array(organizationOfUser),
    roles: z.array(role),
    permissions: z.array(z.enum(permissions as [string, ...string[]])),
    /** Empty: every location. */
    location_ids: z.array(id),
  }),
  errors: [],
});

export const switchOrganization = contract({
  id: "auth.switch_organization",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/switch-organization",
  access: "signed_in",
  tag,
  input: z.strictObject({ organization: text(64) }),
  output: signedIn,
  is_confidential: true,
  errors: ["not_found"],
});
