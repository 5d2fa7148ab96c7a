import { documented } from "@/lib/contracts/documented";
import * as auth from "./auth";
import { exampleOrganization, exampleUser } from "./auth-fields.docs";

const exampleSignedIn = {
  access_token: "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTk3ZjBhMCJ9.c2lnbmF0dXJl",
  refresh_token: "AZfwoAAAcACAAAAAAAAA0g.dGhpcyBpcyBvbmx5IHRoZSBzaGFwZSBvZiBhIHRva2Vu",
  token_type: "Bearer" as const,
  expires_in: 900,
  user: { ...exampleUser, organization: exampleOrganization, organizations: [exampleOrganization] },
};

export const authDocs = documented(auth, {
  login: {
    summary: "Sign in with e-mail and password",
    description:
      "Returns a pair of tokens for one organization: the one given by id or slug, otherwise the first by name. user.organizations lists all of them.",
    example: { input: { email: "ingrid@example.com", password: "correct horse battery" }, output: exampleSignedIn },
  },

  refresh: {
    summary: "Trade a refresh token for a new pair of tokens",
    description:
      "Each refresh token is valid once. A repetition within 10 seconds returns the same successor, so that a lost response can be retried; a later one ends the whole session, because the token may have been stolen.",
    example: { input: { refresh_token: exampleSignedIn.refresh_token }, output: exampleSignedIn },
  },

  logout: {
    summary: "End this session; its tokens stop working at once",
    example: { input: {}, output: null },
  },

  logoutAll: {
    summary: "End every session of the signed-in person, on every device",
    example: { input: {}, output: null },
  },

  me: {
    summary: "Read who is signed in, where they belong and what they may do",
    example: {
      input: {},
      output: {
        user: { ...exampleUser, email_verified: true },
        organization: exampleOrganization,
        organizations: [exampleOrganization],
        roles: ["gym_owner"],
        permissions: ["members.read", "members.write"],
        location_ids: [],
      },
    },
  },

  switchOrganization: {
    summary: "Get a pair of tokens for another organization of the signed-in person",
    description: "The tokens at hand stay valid for their own organization until they expire or are logged out.",
    example: { input: { organization: "iron-temple" }, output: exampleSignedIn },
  },
});
