import { z } from "zod";
import { emailAddress } from "@/lib/values/email";
import { localeTag } from "@/lib/values/locale";
import { currencyCode } from "@/lib/values/money";
import { permissions, role } from "@/lib/values/permissions";
import { timeZone } from "@/lib/values/wall-time";
import { contract } from "./contract";
import { id, text } from "./fields";

export const newPassword = z
  .string()
  .min(8, "Use at least 8 characters")
  .max(200, "Use at most 200 characters")
  .meta({ format: "password" });
/** Whatever was accepted once; its strength is no matter of signing in. */
const password = z.string().min(1, "Enter your password").max(200).meta({ format: "password" });
const token = z.string().min(20).max(200);

export const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(3, "Use at least 3 characters")
  .max(40, "Use at most 40 characters")
  .regex(/^[a-z0-9](-?[a-z0-9])+$/, "Use small letters, digits and single hyphens, as iron-temple");

export const organizationOfUser = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  /** The highest role held there. */
  role,
  staff_id: id.nullable(),
  member_id: id.nullable(),
});
export type OrganizationOfUser = z.output<typeof organizationOfUser>;

const person = z.object({ id, email: z.string(), name: z.string(), is_super_admin: z.boolean() });

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

const checkYourEmail = z.object({ status: z.literal("check_your_email") });

const tag = "Sign-in";
const exampleOrganization = {
  id: "0197f0a0-0000-7000-8000-0000000000a0",
  slug: "iron-temple",
  name: "Iron Temple",
  role: "gym_owner" as const,
  staff_id: "0197f0a0-0000-7000-8000-0000000000b1",
  member_id: null,
};
const exampleUser = {
  id: "0197f0a0-0000-7000-8000-0000000000b2",
  email: "ingrid@example.com",
  name: "Ingrid Solberg",
  is_super_admin: false,
};
const exampleSignedIn = {
  access_token: "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTk3ZjBhMCJ9.c2lnbmF0dXJl",
  refresh_token: "AZfwoAAAcACAAAAAAAAA0g.dGhpcyBpcyBvbmx5IHRoZSBzaGFwZSBvZiBhIHRva2Vu",
  token_type: "Bearer" as const,
  expires_in: 900,
  user: { ...exampleUser, organization: exampleOrganization, organizations: [exampleOrganization] },
};
const exampleToken = "b25seSB0aGUgc2hhcGUgb2YgYSBtYWlsZWQgdG9rZW4";

export const login = contract({
  id: "auth.login",
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
  method: "POST",
  path: "/api/v1/auth/refresh",
  access: "public",
  tag,
  summary: "Trade a refresh token for a new pair of tokens",
  description:
    "Each refresh token works once. Sent again within 10 seconds it gets the same successor, so that a lost answer can be asked for again; sent later it ends the whole session, since somebody else holds a copy.",
  input: z.strictObject({ refresh_token: token }),
  output: signedIn,
  is_confidential: true,
  errors: ["token_expired"],
  example: { input: { refresh_token: exampleSignedIn.refresh_token }, output: exampleSignedIn },
});

export const logout = contract({
  id: "auth.logout",
  method: "POST",
  path: "/api/v1/auth/logout",
  access: "signed_in",
  tag,
  summary: "End this session; its tokens stop working at once",
  input: z.strictObject({}),
  output: z.null(),
  errors: [],
  example: { input: {}, output: null },
});

export const logoutAll = contract({
  id: "auth.logout_all",
  method: "POST",
  path: "/api/v1/auth/logout-all",
  access: "signed_in",
  tag,
  summary: "End every session of the signed-in person, on every device",
  input: z.strictObject({}),
  output: z.null(),
  errors: [],
  example: { input: {}, output: null },
});

export const me = contract({
  id: "auth.me",
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

export const register = contract({
  id: "auth.register",
  method: "POST",
  path: "/api/v1/auth/register",
  access: "public",
  tag,
  summary: "Sign up a new gym: its organization, its owner and its first location",
  description:
    "Always answers 202 and sends a mail, so that nobody learns whether an address has an account. The link in it, with the password chosen here, completes the sign-up at POST /api/v1/auth/verify-email; nothing exists before. An address that has an account gets a mail that says so.",
  input: z.strictObject({
    email: emailAddress,
    password: newPassword,
    name: text(80),
    organization: z.strictObject({
      name: text(80),
      slug: slug.optional(),
      currency: currencyCode,
      time_zone: timeZone,
      locale: localeTag.default("en-US"),
      location_name: text(80).default("Main"),
    }),
  }),
  output: checkYourEmail,
  status: 202,
  is_confidential: true,
  errors: ["invalid_input", "already_exists", "too_many_requests", "overloaded"],
  example: {
    input: {
      email: "ingrid@example.com",
      password: "correct horse battery",
      name: "Ingrid Solberg",
      organization: {
        name: "Iron Temple",
        slug: "iron-temple",
        currency: "AUD",
        time_zone: "Australia/Melbourne",
        location_name: "Fitzroy",
      },
    },
    output: { status: "check_your_email" },
  },
});

export const verifyEmail = contract({
  id: "auth.verify_email",
  method: "POST",
  path: "/api/v1/auth/verify-email",
  access: "public",
  tag,
  summary: "Complete a sign-up with the mailed token and the chosen password",
  description:
    "The password keeps a stranger's sign-up under somebody else's address from being confirmed by a click in a mail. Sign in afterwards.",
  input: z.strictObject({ token, password }),
  output: z.object({ user: person, organization: organizationOfUser }),
  status: 201,
  is_confidential: true,
  errors: ["invalid_credentials", "link_invalid", "too_many_requests", "overloaded"],
  example: {
    input: { token: exampleToken, password: "correct horse battery" },
    output: { user: exampleUser, organization: exampleOrganization },
  },
});

export const resendVerification = contract({
  id: "auth.resend_verification",
  method: "POST",
  path: "/api/v1/auth/verify-email/resends",
  access: "public",
  tag,
  summary: "Send the mail that completes a sign-up again",
  description: "The same answer whether or not a sign-up waits for this address. The links before it stop working.",
  input: z.strictObject({ email: emailAddress }),
  output: checkYourEmail,
  status: 202,
  errors: ["too_many_requests"],
  example: { input: { email: "ingrid@example.com" }, output: { status: "check_your_email" } },
});

export const forgotPassword = contract({
  id: "auth.forgot_password",
  method: "POST",
  path: "/api/v1/auth/forgot-password",
  access: "public",
  tag,
  summary: "Send a mail with a link that sets a new password",
  description: "The same answer whether or not the address has an account. The link works once, for one hour.",
  input: z.strictObject({ email: emailAddress }),
  output: checkYourEmail,
  status: 202,
  errors: ["too_many_requests"],
  example: { input: { email: "ingrid@example.com" }, output: { status: "check_your_email" } },
});

export const resetPassword = contract({
  id: "auth.reset_password",
  method: "POST",
  path: "/api/v1/auth/reset-password",
  access: "public",
  tag,
  summary: "Set a new password with the mailed token",
  description: "Ends every session of the account. Sign in with the new password afterwards.",
  input: z.strictObject({ token, password: newPassword }),
  output: z.null(),
  errors: ["invalid_input", "link_invalid", "overloaded"],
  example: { input: { token: exampleToken, password: "battery staple horse" }, output: null },
});

const invitationToken = z.string().min(50).max(200);
const exampleInvitationToken = `${exampleOrganization.id}.${exampleToken}`;

export const readInvitation = contract({
  id: "auth.read_invitation",
  method: "GET",
  path: "/api/v1/auth/accept-invitation",
  access: "public",
  tag,
  summary: "Read what a mailed invitation offers",
  input: z.strictObject({ token: invitationToken }),
  output: z.object({
    organization: z.object({
      name: z.string(),
      slug: z.string(),
      brand_color: z.string(),
      logo_file_id: id.nullable(),
    }),
    email: z.string(),
    role,
    /** What accepting takes: nothing more, the password of the account that the address has, or a new account. */
    needs: z.enum(["nothing", "password", "new_account"]),
  }),
  errors: ["link_invalid"],
  example: {
    input: { token: exampleInvitationToken },
    output: {
      organization: { name: "Iron Temple", slug: "iron-temple", brand_color: "#0d6b68", logo_file_id: null },
      email: "kai@example.com",
      role: "receptionist",
      needs: "new_account",
    },
  },
});

export const acceptInvitation = contract({
  id: "auth.accept_invitation",
  method: "POST",
  path: "/api/v1/auth/accept-invitation",
  access: "public",
  tag,
  summary: "Join a gym's team with a mailed invitation",
  description:
    "Somebody new sends a name and chooses a password. Somebody whose address has an account is signed in with it, or sends its password.",
  input: z.strictObject({ token: invitationToken, name: text(80).optional(), password: password.optional() }),
  output: z.object({ user: person, organization: organizationOfUser }),
  status: 201,
  is_confidential: true,
  errors: ["invalid_input", "invalid_credentials", "already_exists", "link_invalid", "too_many_requests", "overloaded"],
  example: {
    input: { token: exampleInvitationToken, name: "Kai Nakamura", password: "correct horse battery" },
    output: {
      user: { ...exampleUser, email: "kai@example.com", name: "Kai Nakamura" },
      organization: { ...exampleOrganization, role: "receptionist" },
    },
  },
});
