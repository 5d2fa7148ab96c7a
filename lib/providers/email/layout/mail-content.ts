type MailBrand = {
  /** The gym's name. */
  name: string;
  /** "#0d6b68" */
  colour: string;
  logo_url: string | null;
  /** The postal address, which bulk mail has to carry in most countries. */
  address: string | null;
};

export type MailContent = {
  brand: MailBrand;
  /** BCP 47: "en", "hi", "es-MX". */
  language: string;
  subject: string;
  /** Plain text. An empty line begins a paragraph, an address that begins with https:// becomes a link. */
  body: string;
  button?: { label: string; url: string };
  unsubscribe_url?: string;
};

export const paragraphs = (body: string): string[] =>
  body
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
