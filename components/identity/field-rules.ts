import { longestEmail, looksDeliverable, normaliseEmail } from "@/lib/values/email";
import { longestPassword, shortestPassword } from "@/lib/values/password";

/**
 * The checks of the public forms in the browser. The server checks everything again, and its errors appear at the same fields. The
 * schemas of the contracts would be four times as large as the whole page.
 */
export const fieldRules = {
  text: { required: "Fill this in" },
  name: { required: "Enter your name" },
  email: {
    maxLength: { value: longestEmail, message: `An e-mail address has at most ${longestEmail} characters` },
    validate: (text?: string) =>
      looksDeliverable(normaliseEmail(text ?? "")) || "Write the e-mail address as name@example.com",
  },
  password: { required: "Enter your password" },
  newPassword: {
    validate: (text: string) => text.length >= shortestPassword || `Use at least ${shortestPassword} characters`,
    maxLength: { value: longestPassword, message: `Use at most ${longestPassword} characters` },
  },
} as const;
