import { documented } from "@/lib/contracts/documented";
import * as accounts from "./accounts";
import { exampleOrganization, exampleUser } from "./auth-fields.docs";

const exampleToken = "b25seSB0aGUgc2hhcGUgb2YgYSBtYWlsZWQgdG9rZW4";

const exampleInvitationToken = `${exampleOrganization.id}.${exampleToken}`;

export const accountsDocs = documented(accounts, {
  register: {
    summary: "Sign up a new gym: its organization, its owner and its first location",
    description:
      "Always responds with 202 and sends a mail, so that the response does not reveal whether an address has an account. The link in the mail, with the password chosen here, completes the sign-up at POST /api/v1/auth/verify-email; nothing is created before. An address with an account gets a mail that says so.",
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
    summary: "Complete a sign-up with the mailed token and the chosen password",
    description:
      "Requires the password, so that a click in the mail cannot confirm a sign-up that another person started with this address. Sign in afterwards.",
    example: {
      input: { token: exampleToken, password: "correct horse battery" },
      output: { user: exampleUser, organization: exampleOrganization },
    },
  },

  resendVerification: {
    summary: "Send the mail that completes a sign-up again",
    description: "The same answer whether or not a sign-up waits for this address. The links before it stop working.",
    example: { input: { email: "ingrid@example.com" }, output: { status: "check_your_email" } },
  },

  forgotPassword: {
    summary: "Send a mail with a link that sets a new password",
    description: "The same answer whether or not the address has an account. The link works once, for one hour.",
    example: { input: { email: "ingrid@example.com" }, output: { status: "check_your_email" } },
  },

  resetPassword: {
    summary: "Set a new password with the mailed token",
    description: "Ends every session of the account. Sign in with the new password afterwards.",
    example: { input: { token: exampleToken, password: "battery staple horse" }, output: null },
  },

  readInvitation: {
    summary: "Read what a mailed invitation offers",
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
    summary: "Join a gym's team with a mailed invitation",
    description:
      "A new user sends a name and chooses a password. A user with an account is signed in with it, or sends its password.",
    example: {
      input: { token: exampleInvitationToken, name: "Kai Nakamura", password: "correct horse battery" },
      output: {
        user: { ...exampleUser, email: "kai@example.com", name: "Kai Nakamura" },
        organization: { ...exampleOrganization, role: "receptionist" },
      },
    },
  },
});
