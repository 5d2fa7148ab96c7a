import { documented } from "@/lib/contracts/documented";
import { exampleSignedIn } from "./auth.docs";
import * as links from "./sign-in-links";

const exampleToken = "b25seSB0aGUgc2hhcGUgb2YgYSBtYWlsZWQgdG9rZW4";

export const signInLinksDocs = documented(links, {
  sendSignInLink: {
    summary: "Send an e-mail with a sign-in link",
    description:
      "The response is the same whether or not the address is known. The link is valid for one use within 15 minutes. An address that only a gym knows, as that of a member or of a minor's guardian, gets its account with the first use. Super admins get no link.",
    example: { input: { email: "ingrid@example.com" }, output: { status: "check_your_email" } },
  },

  readSignInLink: {
    summary: "Retrieve the e-mail address of a sign-in link by its token",
    description: "Consumes nothing.",
    example: { input: { token: exampleToken }, output: { email: "ingrid@example.com" } },
  },

  openSessionByLink: {
    summary: "Sign in with the e-mailed token",
    description:
      "Returns the same tokens as POST /api/v1/auth/login, for the first organization by name. Memberships with this address that have no login yet are linked to the account.",
    example: { input: { token: exampleToken }, output: exampleSignedIn },
  },
});
