import { DEMO_OWNER, DEMO_PASSWORD, isDemoAccount } from "@/lib/values/demo";
import { env } from "./env";
import { isLoopbackUrl } from "./loopback";

type Account = { email: string; is_super_admin: boolean };

const isPublic = (): boolean => !isLoopbackUrl(env().PUBLIC_URL);

/**
 * The demo passwords are public. On a public URL the demo accounts are disabled unless FITFLOW_DEMO=public, and the platform
 * administrator always is.
 */
export const isDisabledDemoAccount = ({ email, is_super_admin }: Account): boolean =>
  isDemoAccount(email) && isPublic() && (is_super_admin || env().FITFLOW_DEMO !== "public");

/** On a public URL the password of a demo account cannot be changed: that would lock out all other visitors. */
export const hasFixedPassword = ({ email }: { email: string }): boolean => isDemoAccount(email) && isPublic();

/** The credentials that the sign-in page offers; null without a demo or with disabled demo accounts. */
export function demoSignIn(): { email: string; password: string } | null {
  if (env().FITFLOW_DEMO === "0" || isDisabledDemoAccount({ email: DEMO_OWNER, is_super_admin: false })) return null;
  return { email: DEMO_OWNER, password: DEMO_PASSWORD };
}
