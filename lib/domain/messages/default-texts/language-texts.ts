/** The words of a language that do not depend on the kind of message. */
export type LanguageTexts = {
  /** On the button of a mail. */
  button: string;
  /** P7: why a person other than the member receives the message. */
  for_guardian: string;
  /** P14: the end of a marketing SMS, and the word that a reply may consist of. */
  sms_stop: { text: string; word: string };
};
