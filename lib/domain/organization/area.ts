import { sql } from "drizzle-orm";
import type { Area } from "@/lib/domain/area";
import { byLocation, columnOf } from "@/lib/domain/audit-targets";

export const organization: Area = {
  name: "organization",
  audit: {
    phrases: {
      "locations.archive": "archived the location {}",
      "locations.create": "added the location {}",
      "locations.update": "changed the location {}",
      "organizations.create": "opened the gym",
      "organizations.delete_logo": "removed the logo",
      "organizations.put_logo": "changed the logo",
      "organizations.update": "changed the settings",
    },
    filters: { locations: "Locations", organizations: "Settings" },
    targets: {
      location: {
        name: columnOf("locations", "name"),
        reach: byLocation("locations", "id"),
        path: (id) => `/settings/locations?edit=${id}`,
      },
      organization: {
        name: sql`(select o.name from organizations o where o.id = audit_entries.target_id)`,
        path: () => "/settings",
      },
    },
  },
};
