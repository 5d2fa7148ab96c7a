import { documented } from "@/lib/contracts/documented";
import * as auth from "./auth";
import { exampleOrganization, exampleUser } from "./auth-fields.docs";

export const exampleSignedIn = {
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
      "Returns an access token and a refresh token for one organization: the given one (by id or slug), otherwise the first by name. `user.organizations` lists all organizations of the user.",
    example: { input: { email: "ingrid@example.com", password: "correct horse battery" }, output: exampleSignedIn },
  },

  refresh: {
    summary: "Exchange a refresh token for a new pair of tokens",
    description:
      "Each refresh token is valid for one use. A repetition within 10 seconds returns the same new tokens, so that a client can retry after a lost response. A later reuse is treated as a stolen token and ends the session.",
    example: { input: { refresh_token: exampleSignedIn.refresh_token }, output: exampleSignedIn },
  },

  logout: {
    summary: "End the current session and revoke its tokens",
    example: { input: {}, output: null },
  },

  logoutAll: {
    summary: "End all sessions of the signed-in user on all devices",
    example: { input: {}, output: null },
  },

  me: {
    summary: "Retrieve the signed-in user with their organizations and permissions",
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
    summary: "Get a pair of tokens for another organization of the signed-in user",
    description: "The current tokens stay valid for their own organization until they expire or are revoked.",
    example: { input: { organization: "iron-temple" }, output: exampleSignedIn },
  },
});
