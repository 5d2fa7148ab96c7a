import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, text } from "@/lib/contracts/fields";
import { emailAddress } from "@/lib/values/email";
import { permissions, role } from "@/lib/values/permissions";
import { exampleOrganization, exampleUser, organizationOfUser, password, person, tag } from "./auth-fields";

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

const exampleSignedIn = {
  access_token: "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTk3ZjBhMCJ9.c2lnbmF0dXJl",
  refresh_token: "AZfwoAAAcACAAAAAAAAA0g.dGhpcyBpcyBvbmx5IHRoZSBzaGFwZSBvZiBhIHRva2Vu",
  token_type: "Bearer" as const,
  expires_in: 900,
  user: { ...exampleUser, organization: exampleOrganization, organizations: [exampleOrganization] },
};

export const login = contract({
  id: "auth.login",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/login",
  access: "public",
  tag,
  summary: "Sign in with e-mail and password",
  description:
    "Answers a pair of tokens for one organization: the one named (by id or slug), else the first by name. user.organizations lists all of them.",
  input: z.strictObject({ email: emailAddress, password, organization: text(64).optional() }),
  output: signedIn,
  is_confidential: true,
  errors: ["invalid_credentials", "not_found", "too_many_requests", "overloaded"],
  example: { input: { email: "ingrid@example.com", password: "correct horse battery" }, output: exampleSignedIn },
});

export const refresh = contract({
  id: "auth.refresh",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/refresh",
  access: "public",
  tag,
  summary: "Trade a refresh token for a new pair of tokens",
  description:
    "Each refresh token works once. Sent again within 10 seconds it gets the same successor, so that a lost answer can be asked for again; sent later it ends the whole session, since somebody else holds a copy.",
  input: z.strictObject({ refresh_token: z.string().min(20).max(200) }),
  output: signedIn,
  is_confidential: true,
  errors: ["token_expired"],
  example: { input: { refresh_token: exampleSignedIn.refresh_token }, output: exampleSignedIn },
});

export const logout = contract({
  id: "auth.logout",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/logout",
  access: "signed_in",
  tag,
  summary: "End this session; its tokens stop working at once",
  ends_session: true,
  input: z.strictObject({}),
  output: z.null(),
  errors: [],
  example: { input: {}, output: null },
});

export const logoutAll = contract({
  id: "auth.logout_all",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/logout-all",
  access: "signed_in",
  tag,
  summary: "End every session of the signed-in person, on every device",
  ends_session: true,
  input: z.strictObject({}),
  output: z.null(),
  errors: [],
  example: { input: {}, output: null },
});

export const me = contract({
  id: "auth.me",
  scope: "own",
  method: "GET",
  path: "/api/v1/auth/me",
  access: "signed_in",
  tag,
  summary: "Read who is signed in, where they belong and what they may do",
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
  example: {
    input: {},
    output: {
      user: { ...exampleUser, email_verified: true },
      organization: exampleOrganization,
      organizations: [exampleOrganization],
      roles: ["gym_owner"],
      permissions: ["members.read", "members.write"],
      location_ids: [],
    },
  },
});

export const switchOrganization = contract({
  id: "auth.switch_organization",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/switch-organization",
  access: "signed_in",
  tag,
  summary: "Get a pair of tokens for another organization of the signed-in person",
  description: "The tokens at hand stay valid for their own organization until they expire or are logged out.",
  input: z.strictObject({ organization: text(64) }),
  output: signedIn,
  is_confidential: true,
  errors: ["not_found"],
  example: { input: { organization: "iron-temple" }, output: exampleSignedIn },
});
