import type { Area } from "@/lib/domain/area";

/** The audit phrases of members' own pages. */
export const me: Area = {
  name: "me",
  audit: {
    phrases: {
      "me.update": "changed their own details",
      "me.update_notification_preferences": "changed their message preferences",
      "me.pass": "opened their pass",
    },
  },
};
