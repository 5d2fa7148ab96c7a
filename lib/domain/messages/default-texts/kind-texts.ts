import type { MessageKind } from "@/lib/values/notifications";

export type Words = { subject: string; body: string };

/** A kind's words on each channel. What goes to a telephone has no subject. */
type KindTexts = { email: Words; push: Words; sms: string; whatsapp: string };

export type LanguageTexts = {
  kinds: Record<MessageKind, KindTexts>;
  /** On the button of a mail. */
  button: string;
  /** P7: why somebody else than the member gets it. */
  for_guardian: string;
  /** P14: at the foot of advertising by SMS, and the word in it that an answer may consist of. */
  sms_stop: { text: string; word: string };
};
