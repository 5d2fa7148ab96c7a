import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, text } from "@/lib/contracts/fields";
import { newOrganizationFields } from "@/lib/contracts/organization/new-organization";
import { emailAddress } from "@/lib/values/email";
import { role } from "@/lib/values/permissions";
import {
  exampleOrganization,
  exampleUser,
  newPassword,
  organizationOfUser,
  password,
  person,
  tag,
} from "./auth-fields";

const token = z.string().min(20).max(200);

const checkYourEmail = z.object({ status: z.literal("check_your_email") });

const exampleToken = "b25seSB0aGUgc2hhcGUgb2YgYSBtYWlsZWQgdG9rZW4";

export const register = contract({
  id: "auth.register",
  scope: "own",
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
    organization: z.strictObject(newOrganizationFields),
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
  scope: "own",
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
  scope: "own",
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
  scope: "own",
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
  scope: "own",
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
  scope: "own",
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
  scope: "own",
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
