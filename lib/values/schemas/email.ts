import { z } from "zod";
import { longestEmail, looksDeliverable, normaliseEmail } from "@/lib/values/email";

export const emailAddress = z
  .string()
  .overwrite(normaliseEmail)
  .max(longestEmail, { error: `An e-mail address has at most ${longestEmail} characters` })
  .refine(looksDeliverable, { error: "Write the e-mail address as name@example.com" })
  .meta({ format: "email" });
