import type { FieldCheck } from "@/components/ui/forms/use-plain-form";
import { longestEmail, looksDeliverable, normaliseEmail } from "@/lib/values/email";
import { longestPassword, shortestPassword } from "@/lib/values/password";

/**
 * The attributes and checks of the public forms in the browser. The server checks everything again, and its errors appear at the same
 * fields. The schemas of the contracts would be four times as large as the whole page.
 */
export const fieldAttributes = {
  text: { required: true, maxLength: 80 },
  email: { type: "email", inputMode: "email", required: true, maxLength: longestEmail },
  password: { required: true, "data-missing": "Enter your password" },
  // Without maxLength, because a pasted password would be cut without a word.
  newPassword: { required: true, minLength: shortestPassword },
} as const;

// Beyond type=email, which refuses addresses with letters outside ASCII.
const email: FieldCheck = (text) =>
  looksDeliverable(normaliseEmail(text)) ? null : "Write the e-mail address as name@example.com";

const newPassword: FieldCheck = (text) => {
  if (text.length < shortestPassword) return `Use at least ${shortestPassword} characters`;
  return text.length > longestPassword ? `Use at most ${longestPassword} characters` : null;
};

export const fieldChecks = { email, newPassword };
