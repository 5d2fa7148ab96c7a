import { type MailContent, paragraphs } from "./mail-content";
import { unsubscribeText } from "./words";

/** The text/plain alternative. */
export function plainText({ brand, language, body, button, unsubscribe_url }: MailContent): string {
  const footer = [brand.name, brand.address, unsubscribe_url && `${unsubscribeText(language)}: ${unsubscribe_url}`];
  return [
    ...paragraphs(body),
    ...(button ? [`${button.label}: ${button.url}`] : []),
    ["--", ...footer.filter(Boolean)].join("\n"),
  ].join("\n\n");
}
