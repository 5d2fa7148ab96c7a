import type { StaffRole } from "@/lib/values/permissions";
import { roleNames } from "@/lib/values/role-names";
import { link } from "./mail";

type Text = { subject: string; text: string };

const mail = (subject: string, ...paragraphs: string[]): Text => ({ subject, text: `${paragraphs.join("\n\n")}\n` });

/** Contains no input of the sign-up form, because a stranger could use it to send messages. */
export const completeSignUp = (token: string): Text =>
  mail(
    "Confirm your e-mail address",
    "Someone signed up for FitFlow Pro with this e-mail address. If that was you, follow this link within 24 hours and enter the password that you chose:",
    link("/verify-email", { token }),
    "If it was not you, there is nothing to do: without your confirmation nothing is created.",
  );

export const alreadySignedUp = (): Text =>
  mail(
    "You have an account already",
    "Someone signed up for FitFlow Pro with this e-mail address, which has an account. If that was you, sign in:",
    link("/sign-in"),
    `Forgot your password? Set a new one: ${link("/forgot-password")}`,
    "If it was not you, there is nothing to do.",
  );

export const setNewPassword = (name: string, token: string): Text =>
  mail(
    "Set a new password",
    `Hello ${name},`,
    "follow this link within one hour to set a new password for FitFlow Pro:",
    link("/reset-password", { token }),
    "If you did not ask for it, there is nothing to do: your password stays as it is.",
  );

export const passwordChanged = (name: string): Text =>
  mail(
    "Your password was changed",
    `Hello ${name},`,
    "the password of your FitFlow Pro account was changed just now, and every session was signed out.",
    `If that was not you, set a new password at once: ${link("/forgot-password")}`,
  );

export const joinTeam = (
  organization_name: string,
  role: StaffRole,
  inviter_name: string | null,
  token: string,
): Text =>
  mail(
    `Join the team of ${organization_name}`,
    `${inviter_name ?? organization_name} invites you to the team of ${organization_name} (${roleNames[role]}). Follow this link within 7 days to accept:`,
    link("/invitation", { token }),
    "If you do not know them, there is nothing to do.",
  );
