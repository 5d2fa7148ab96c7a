import type { Area } from "@/lib/domain/area";

export const insight: Area = {
  name: "insight",
  audit: {
    phrases: {
      "getting_started.update": "changed the first steps on the dashboard",
      "getting_started.open_desk": "opened the front desk in another browser",
    },
  },
  navigation: [
    {
      label: "Dashboard",
      path: "",
      icon: "dashboard",
      permission: "statistics.read",
      position: 10,
      exact: true,
      on_phone: true,
    },
  ],
};
