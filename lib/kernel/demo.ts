import { DEMO_OWNER, DEMO_PASSWORD, isDemoAccount } from "@/lib/values/demo";
import { env } from "./env";
import { isLoopbackUrl } from "./loopback";

type Account = { email: string; is_super_admin: boolean };

const isPublic = (): boolean => !isLoopbackUrl(env().PUBLIC_URL);

/**
 * The demo's passwords are public: at a public address its accounts work only when FITFLOW_DEMO=public says so, and its
 * platform administrator, who reaches every gym, never does.
 */
export const isClosedAccount = ({ email, is_super_admin }: Account): boolean =>
  isDemoAccount(email) && isPublic() && (is_super_admin || env().FITFLOW_DEMO !== "public");

/** At a public address a demo account keeps its public password: a new one would shut everybody else out. */
export const keepsPassword = ({ email }: { email: string }): boolean => isDemoAccount(email) && isPublic();

/** What the sign-in page offers to fill in; null where there is no demo or its accounts are closed. */
export function demoSignIn(): { email: string; password: string } | null {
  if (env().FITFLOW_DEMO === "0" || isClosedAccount({ email: DEMO_OWNER, is_super_admin: false })) return null;
  return { email: DEMO_OWNER, password: DEMO_PASSWORD };
}
