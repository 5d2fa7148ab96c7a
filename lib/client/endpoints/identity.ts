import type { Endpoint } from "@/lib/client/endpoint";
import type * as accounts from "@/lib/contracts/identity/accounts";

export const register: Endpoint<typeof accounts.register> = {
  id: "auth.register",
  method: "POST",
  path: "/api/v1/auth/register",
  is_confidential: true,
};

export const verifyEmail: Endpoint<typeof accounts.verifyEmail> = {
  id: "auth.verify_email",
  method: "POST",
  path: "/api/v1/auth/verify-email",
  is_confidential: true,
};

export const resendVerification: Endpoint<typeof accounts.resendVerification> = {
  id: "auth.resend_verification",
  method: "POST",
  path: "/api/v1/auth/verify-email/resends",
};

export const forgotPassword: Endpoint<typeof accounts.forgotPassword> = {
  id: "auth.forgot_password",
  method: "POST",
  path: "/api/v1/auth/forgot-password",
};

export const resetPassword: Endpoint<typeof accounts.resetPassword> = {
  id: "auth.reset_password",
  method: "POST",
  path: "/api/v1/auth/reset-password",
};

export const acceptInvitation: Endpoint<typeof accounts.acceptInvitation> = {
  id: "auth.accept_invitation",
  method: "POST",
  path: "/api/v1/auth/accept-invitation",
  is_confidential: true,
};
