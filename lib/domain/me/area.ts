import type { Area } from "@/lib/domain/area";

/** The audit phrases of members' own pages. */
export const me: Area = {
  name: "me",
  audit: {
    phrases: {
      "me.cancel_membership": "cancelled their own {}",
      "me.freeze_membership": "froze their own {}",
      "me.remove_freeze": "removed the freeze of their own {}",
      "me.withdraw_cancellation": "withdrew the cancellation of their own {}",
      "me.update": "changed their own details",
      "me.update_notification_preferences": "changed their message preferences",
      "me.show_person": "opened the pages of {}",
      "me.pass": "opened their pass",
    },
  },
};
