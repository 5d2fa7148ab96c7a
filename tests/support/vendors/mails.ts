import type { Mail } from "@/lib/providers/email/email-provider";

/** A file of a mail, and how vendors that speak JSON get it. */
export const aFile = {
  name: "INV-00042.pdf",
  content_type: "application/pdf" as const,
  bytes: Buffer.from("%PDF-1.7 test"),
};
export const fileInBase64 = aFile.bytes.toString("base64");

export const aMail = (change: Partial<Mail> = {}): Mail => ({
  id: "0197f0a0-0000-7000-8000-000000000001",
  to: "sam@example.com",
  from: { name: "Iron Temple, Leeds", email: "hello@irontemple.example" },
  reply_to: "desk@irontemple.example",
  subject: "नमस्ते Sam",
  html: "<p>Welcome</p>",
  text: "Welcome",
  headers: { "List-Unsubscribe": "<https://irontemple.example/u/1>" },
  attachments: [],
  ...change,
});
