import type { Area } from "@/lib/domain/area";

export const insight: Area = {
  name: "insight",
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
