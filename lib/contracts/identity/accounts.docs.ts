import { documented } from "@/lib/contracts/documented";
import * as accounts from "./accounts";
import { exampleOrganization, exampleUser } from "./auth-fields.docs";

const exampleToken = "b25seSB0aGUgc2hhcGUgb2YgYSBtYWlsZWQgdG9rZW4";

const exampleInvitationToken = `${exampleOrganization.id}.${exampleToken}`;

export const accountsDocs = documented(accounts, {
  register: {
    summary: "Sign up a new gym with its organization, owner and first location",
    description:
      "Always returns 202 and sends an e-mail, so that the response does not reveal whether an address has an account. The token in the e-mail and the password chosen here complete the sign-up at POST /api/v1/auth/verify-email. Nothing is created before. If the address has an account, the e-mail says so.",
    example: {
      input: {
        email: "ingrid@example.com",
        password: "correct horse battery",
        name: "Ingrid Solberg",
        organization: {
          name: "Iron Temple",
          slug: "iron-temple",
          currency: "AUD",
          time_zone: "Australia/Melbourne",
          location_name: "Fitzroy",
        },
      },
      output: { status: "check_your_email" },
    },
  },

  verifyEmail: {
    summary: "Complete a sign-up with the e-mailed token and the chosen password",
    description:
      "The password is required so that a click in the e-mail cannot confirm a sign-up that another person started with this address. Sign in afterwards.",
    example: {
      input: { token: exampleToken, password: "correct horse battery" },
      output: { user: exampleUser, organization: exampleOrganization },
    },
  },

  resendVerification: {
    summary: "Resend the e-mail that completes a sign-up",
    description:
      "The response is the same whether or not a sign-up is pending for this address. Earlier links become invalid.",
    example: { input: { email: "ingrid@example.com" }, output: { status: "check_your_email" } },
  },

  forgotPassword: {
    summary: "Send an e-mail with a password reset link",
    description:
      "The response is the same whether or not the address has an account. The link is valid for one use within one hour.",
    example: { input: { email: "ingrid@example.com" }, output: { status: "check_your_email" } },
  },

  resetPassword: {
    summary: "Set a new password with the e-mailed token",
    description: "Ends all sessions of the account. Sign in with the new password afterwards.",
    example: { input: { token: exampleToken, password: "battery staple horse" }, output: null },
  },

  readInvitation: {
    summary: "Retrieve the details of an invitation by its token",
    example: {
      input: { token: exampleInvitationToken },
      output: {
        organization: { name: "Iron Temple", slug: "iron-temple", brand_color: "#0d6b68", logo_file_id: null },
        email: "kai@example.com",
        role: "receptionist",
        needs: "new_account",
      },
    },
  },

  acceptInvitation: {
    summary: "Accept an invitation to a gym's team",
    description:
      "If the address has an account, sign in to it first or send its password. Otherwise, send a name and a new password.",
    example: {
      input: { token: exampleInvitationToken, name: "Kai Nakamura", password: "correct horse battery" },
      output: {
        user: { ...exampleUser, email: "kai@example.com", name: "Kai Nakamura" },
        organization: { ...exampleOrganization, role: "receptionist" },
      },
    },
  },
});
