import { z } from "zod";
import { emailAddress } from "./schemas/email";

const inNameOf = (title: string) => ({ title, keeps_secrets: true });

/** The sender of a gym's mail. The address or its domain must be verified at the vendor. */
export const mailSender = z.strictObject({
  from_email: emailAddress.meta(inNameOf("Sender’s address")),
  from_name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^\p{Cc}<>"]*$/u, "Use letters, digits and spaces")
    .nullable()
    .meta(inNameOf("Sender’s name")),
  reply_to: emailAddress.nullable().meta(inNameOf("Answers go to")),
});
export type MailSender = z.infer<typeof mailSender>;
