import { type MailContent, paragraphs } from "./mail-content";
import { unsubscribeWord } from "./words";

/** The same mail for those who read no HTML. */
export function plainText({ brand, language, body, button, unsubscribe_url }: MailContent): string {
  const footer = [brand.name, brand.address, unsubscribe_url && `${unsubscribeWord(language)}: ${unsubscribe_url}`];
  return [
    ...paragraphs(body),
    ...(button ? [`${button.label}: ${button.url}`] : []),
    ["--", ...footer.filter(Boolean)].join("\n"),
  ].join("\n\n");
}
