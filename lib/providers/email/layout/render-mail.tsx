import type { MailContent } from "./mail-content";
import { plainText } from "./plain-text";

/** Loaded with the first mail: the components take most of a second and 50 MB. */
export async function renderMail(content: MailContent): Promise<{ html: string; text: string }> {
  const [{ render }, { MailLayout }] = await Promise.all([import("@react-email/components"), import("./mail-layout")]);
  return { html: await render(<MailLayout {...content} />), text: plainText(content) };
}
