/** Why a member got no invitation. */
export const invitationSkips = ["no_email", "archived", "has_login", "invited_recently"] as const;
export type InvitationSkip = (typeof invitationSkips)[number];

export const invitationDays = 14;
/** An invitation in bulk is not repeated within this time. */
export const repeatHours = 24;
export const linkMinutes = 15;

export const invitationSkipWords: Record<InvitationSkip, string> = {
  no_email: "no e-mail address",
  archived: "archived",
  has_login: "already signs in",
  invited_recently: "invited in the last 24 hours",
};
