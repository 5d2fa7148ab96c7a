import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, text } from "@/lib/contracts/fields";
import { newOrganizationFields } from "@/lib/contracts/organization/new-organization";
import { emailAddress } from "@/lib/values/schemas/email";
import { role } from "@/lib/values/schemas/permissions";
import { newPassword, organizationOfUser, password, person, tag } from "./auth-fields";

const token = z.string().min(20).max(200);
const checkYourEmail = z.object({ status: z.literal("check_your_email") });

export const register = contract({
  id: "auth.register",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/register",
  access: "public",
  tag,
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
});

export const verifyEmail = contract({
  id: "auth.verify_email",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/verify-email",
  access: "public",
  tag,
  input: z.strictObject({ token, password }),
  output: z.object({ user: person, organization: organizationOfUser }),
  status: 201,
  is_confidential: true,
  errors: ["invalid_credentials", "link_invalid", "too_many_requests", "overloaded"],
});

export const resendVerification = contract({
  id: "auth.resend_verification",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/verify-email/resends",
  access: "public",
  tag,
  input: z.strictObject({ email: emailAddress }),
  output: checkYourEmail,
  status: 202,
  errors: ["too_many_requests"],
});

export const forgotPassword = contract({
  id: "auth.forgot_password",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/forgot-password",
  access: "public",
  tag,
  input: z.strictObject({ email: emailAddress }),
  output: checkYourEmail,
  status: 202,
  errors: ["too_many_requests"],
});

export const resetPassword = contract({
  id: "auth.reset_password",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/reset-password",
  access: "public",
  tag,
  input: z.strictObject({ token, password: newPassword }),
  output: z.null(),
  errors: ["invalid_input", "link_invalid", "overloaded"],
});

const invitationToken = z.string().min(50).max(200);

export const readInvitation = contract({
  id: "auth.read_invitation",
  scope: "own",
  method: "GET",
  path: "/api/v1/auth/accept-invitation",
  access: "public",
  tag,
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
    /** What the invited person must send: nothing, the password of the existing account, or a new account. */
    needs: z.enum(["nothing", "password", "new_account"]),
  }),
  errors: ["link_invalid"],
});

export const acceptInvitation = contract({
  id: "auth.accept_invitation",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/accept-invitation",
  access: "public",
  tag,
  input: z.strictObject({ token: invitationToken, name: text(80).optional(), password: password.optional() }),
  output: z.object({ user: person, organization: organizationOfUser }),
  status: 201,
  is_confidential: true,
  errors: ["invalid_input", "invalid_credentials", "already_exists", "link_invalid", "too_many_requests", "overloaded"],
});
