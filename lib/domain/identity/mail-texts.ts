import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Language } from "@/lib/values/notifications";
import type { StaffRole } from "@/lib/values/permissions";
import { type AccountMail, link } from "./mail";
import { en } from "./mail-words/en";
import { es } from "./mail-words/es";
import { hi } from "./mail-words/hi";
import type { AccountMailWords, MailWords } from "./mail-words/words";

type Text = Omit<AccountMail, "to">;

/** In which language, and in the name of which gym; null: the product's. */
export type MailStyle = { language: Language; gym: OrganizationCard | null };

export const productStyle: MailStyle = { language: "en", gym: null };

const words: Record<Language, AccountMailWords> = { en, es, hi };

/** The address stands alone in its paragraph. In the sent mail it becomes the button. */
const mail = ({ language, gym }: MailStyle, { subject, before, button, after }: MailWords, address: string): Text => ({
  subject,
  text: `${[...before, address, ...after].join("\n\n")}\n`,
  button,
  language,
  gym,
});

/** Contains no input of the sign-up form, because a stranger could use it to send messages. */
export const completeSignUp = (token: string): Text =>
  mail(productStyle, en.completeSignUp, link("/verify-email", { token }));

export function alreadySignedUp(style: MailStyle): Text {
  const { forgotten, after, ...rest } = words[style.language].alreadySignedUp;
  return mail(style, { ...rest, after: [`${forgotten} ${link("/forgot-password")}`, ...after] }, link("/sign-in"));
}

export const setNewPassword = (style: MailStyle, name: string, token: string): Text =>
  mail(style, words[style.language].setNewPassword(name), link("/reset-password", { token }));

export const passwordChanged = (style: MailStyle, name: string): Text =>
  mail(style, words[style.language].passwordChanged(name), link("/forgot-password"));

export function joinTeam(
  style: MailStyle & { gym: OrganizationCard },
  role: StaffRole,
  inviter_name: string | null,
  token: string,
): Text {
  const { roles, joinTeam } = words[style.language];
  const { name } = style.gym;
  return mail(style, joinTeam(name, roles[role], inviter_name ?? name), link("/invitation", { token }));
}

export const signInLink = (style: MailStyle, name: string, token: string): Text =>
  mail(style, words[style.language].signIn(name), link("/sign-in/link", { token }));

/** For a member without an account: the link creates it. */
export const firstSignInLink = (style: MailStyle, name: string, gyms: readonly string[], token: string): Text =>
  mail(style, words[style.language].firstSignIn(name, gyms.join(", ")), link("/sign-in/link", { token }));

export const passwordOnly = (style: MailStyle, name: string): Text =>
  mail(style, words[style.language].passwordOnly(name), link("/sign-in"));

type Invited = { name: string; ward: string | null; days: number; token: string };

export function memberInvitation(
  style: MailStyle & { gym: OrganizationCard },
  { name, ward, days, token }: Invited,
): Text {
  const { inviteMember, inviteGuardian } = words[style.language];
  const gym = style.gym.name;
  const text = ward === null ? inviteMember(name, gym, days) : inviteGuardian(name, ward, gym, days);
  return mail(style, text, link("/member-invitation", { token }));
}

export function loginCreated(style: MailStyle & { gym: OrganizationCard }, name: string, account: string): Text {
  const text = words[style.language].loginCreated(name, style.gym.name, account, link("/forgot-password"));
  return mail(style, text, link("/sign-in"));
}
