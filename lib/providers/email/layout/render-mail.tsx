import type { MailContent } from "./mail-content";
import { plainText } from "./plain-text";

/** The components are loaded with the first mail, because they take most of a second and 50 MB. */
export async function renderMail(content: MailContent): Promise<{ html: string; text: string }> {
  const [{ render }, { MailLayout }] = await Promise.all([import("@react-email/components"), import("./mail-layout")]);
  return { html: await render(<MailLayout {...content} />), text: plainText(content) };
}
