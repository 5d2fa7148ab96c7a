import type { Area } from "@/lib/domain/area";
import { byLocation, memberNameOf } from "@/lib/domain/audit-targets";
import * as events from "./events";

export const access: Area = {
  name: "access",
  events: Object.values(events),
  audit: {
    phrases: {
      "check_ins.create": "checked {} in",
      "check_ins.check_out": "checked {} out",
      "check_ins.undo": "undid the check-in of {}",
      "check_ins.close_stale": "ended visits without a check-out",
    },
    filters: { check_ins: "Check-ins" },
    targets: {
      check_in: { name: memberNameOf("check_ins"), reach: byLocation("check_ins") },
      denied_entry: { name: memberNameOf("denied_entries"), reach: byLocation("denied_entries") },
    },
  },
  navigation: [
    {
      label: "Check-ins",
      path: "/check-ins",
      icon: "check-ins",
      permission: "check_ins.read",
      position: 30,
      on_phone: true,
    },
  ],
};
