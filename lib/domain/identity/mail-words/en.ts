import { counted } from "@/lib/values/counted";
import type { AccountMailWords } from "./words";

const ignore = "If it was not you, there is nothing to do.";

export const en: AccountMailWords = {
  roles: { gym_owner: "Owner", admin: "Administrator", trainer: "Trainer", receptionist: "Front desk" },
  completeSignUp: {
    subject: "Confirm your e-mail address",
    before: [
      "Someone signed up for FitFlow Pro with this e-mail address. If that was you, follow this link within 24 hours and enter the password that you chose:",
    ],
    button: "Confirm address",
    after: ["If it was not you, there is nothing to do: without your confirmation nothing is created."],
  },
  alreadySignedUp: {
    subject: "You have an account already",
    before: [
      "Someone signed up for FitFlow Pro with this e-mail address, which has an account. If that was you, sign in:",
    ],
    button: "Sign in",
    forgotten: "Forgot your password? Set a new one:",
    after: [ignore],
  },
  setNewPassword: (name) => ({
    subject: "Set a new password",
    before: [`Hello ${name},`, "follow this link within one hour to set a new password:"],
    button: "Set a new password",
    after: ["If you did not ask for it, there is nothing to do: your password stays as it is."],
  }),
  passwordChanged: (name) => ({
    subject: "Your password was changed",
    before: [
      `Hello ${name},`,
      "the password of your FitFlow Pro account was changed just now, and every session was signed out.",
      "If that was not you, set a new password at once:",
    ],
    button: "Set a new password",
    after: [],
  }),
  joinTeam: (gym, role, inviter) => ({
    subject: `Join the team of ${gym}`,
    before: [`${inviter} invites you to the team of ${gym} (${role}). Follow this link within 7 days to accept:`],
    button: "Join the team",
    after: ["If you do not know them, there is nothing to do."],
  }),
  signIn: (name) => ({
    subject: "Your sign-in link",
    before: [`Hello ${name},`, "follow this link within 15 minutes to sign in. It works once:"],
    button: "Sign in",
    after: ["Do not pass it on: it opens your account. If you did not ask for it, there is nothing to do."],
  }),
  firstSignIn: (name, gyms) => ({
    subject: "Your sign-in link",
    before: [
      `Hello ${name},`,
      `your gym knows this e-mail address (${gyms}). Follow this link within 15 minutes to sign in. You need no password:`,
    ],
    button: "Sign in",
    after: ["Do not pass it on: it opens your page. If you did not ask for it, there is nothing to do."],
  }),
  passwordOnly: (name) => ({
    subject: "Sign in with your password",
    before: [`Hello ${name},`, "this account signs in with its password only:"],
    button: "Sign in",
    after: ["If you did not ask for a sign-in link, there is nothing to do."],
  }),
  inviteMember: (name, gym, days) => ({
    subject: `Your page at ${gym}`,
    before: [
      `Hello ${name},`,
      `${gym} has a page for you: your pass for the door, your membership, your visits and your invoices. Follow this link within ${counted(days, "day")} to open it:`,
    ],
    button: "Open your page",
    after: ["Do not pass it on: it opens your page. If you do not know this gym, there is nothing to do."],
  }),
  inviteGuardian: (name, ward, gym, days) => ({
    subject: `${ward}’s page at ${gym}`,
    before: [
      `Hello ${name},`,
      `${gym} has a page for ${ward}: the pass for the door, the membership, visits and invoices. As the guardian you can open it. Follow this link within ${counted(days, "day")}:`,
    ],
    button: "Open the page",
    after: ["Do not pass it on: it opens the page. If you do not know this gym, there is nothing to do."],
  }),
  loginCreated: (name, gym, account, reset_url) => ({
    subject: `Your page at ${gym} is open`,
    before: [
      `Hello ${name},`,
      `the invitation of ${gym} was accepted just now. The account ${account} can see your pass, your membership and your invoices.`,
      "You can always sign in here:",
    ],
    button: "Sign in",
    after: [
      `If that was not you, tell the gym at once, and set a new password, which ends every session: ${reset_url}`,
    ],
  }),
};
