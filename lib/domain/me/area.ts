import type { Area } from "@/lib/domain/area";

/** The audit phrases of members' own pages. */
export const me: Area = {
  name: "me",
  audit: {
    phrases: {
      "me.update": "changed their own details",
      "me.update_notification_preferences": "chose what the gym may send",
      "me.pass": "opened their pass",
    },
  },
};
