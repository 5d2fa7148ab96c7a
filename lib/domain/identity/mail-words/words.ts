import type { Role, StaffRole } from "@/lib/values/permissions";

/** One mail: the paragraphs before and after the address, and the label of its button. */
export type MailWords = { subject: string; before: string[]; button: string; after: string[] };

/** The texts of all account mails in one language. */
export type AccountMailWords = {
  roles: Record<Extract<Role, StaffRole>, string>;
  completeSignUp: MailWords;
  /** `forgotten`: the sentence before the address that sets a new password. */
  alreadySignedUp: MailWords & { forgotten: string };
  setNewPassword(name: string): MailWords;
  passwordChanged(name: string): MailWords;
  joinTeam(gym: string, role: string, inviter: string): MailWords;
  signIn(name: string): MailWords;
  /** For a member who has no account yet: the link creates it. */
  firstSignIn(name: string, gyms: string): MailWords;
  passwordOnly(name: string): MailWords;
  inviteMember(name: string, gym: string, days: number): MailWords;
  inviteGuardian(name: string, ward: string, gym: string, days: number): MailWords;
  loginCreated(name: string, gym: string, account: string, reset_url: string): MailWords;
};
