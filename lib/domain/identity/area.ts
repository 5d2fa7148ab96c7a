import type { Area } from "@/lib/domain/area";

export const identity: Area = {
  name: "identity",
  audit: {
    phrases: {
      "auth.accept_invitation": "joined the team",
      "auth.refresh_token_reused": "used a refresh token twice, so the session was ended",
      "auth.verify_email": "created the gym",
    },
    targets: { session: { name: null }, user: { name: null } },
  },
};
