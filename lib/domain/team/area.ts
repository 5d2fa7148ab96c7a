import { sql } from "drizzle-orm";
import type { Area } from "@/lib/domain/area";
import { columnOf } from "@/lib/domain/audit-targets";
import { staffLeft, staffRoleChanged } from "./events";
import { staffWithinReach } from "./find";
import { invitationsWithinReach } from "./invitations";

const staffName = sql`(select u.name from staff s join users u on u.id = s.user_id
  where s.organization_id = audit_entries.organization_id and s.id = audit_entries.target_id)`;

export const team: Area = {
  name: "team",
  events: [staffRoleChanged, staffLeft],
  audit: {
    phrases: {
      "invitations.create": "invited {} to the team",
      "invitations.resend": "resent the invitation to {}",
      "invitations.revoke": "revoked the invitation of {}",
      "staff.remove": "removed {} from the team",
      "staff.update": "changed the role or locations of {}",
    },
    filters: { staff: "Staff", invitations: "Invitations" },
    targets: {
      staff: { name: staffName, reach: { table: "staff", within: staffWithinReach }, path: () => "/staff" },
      invitation: {
        name: columnOf("invitations", "email"),
        reach: { table: "invitations", within: invitationsWithinReach },
        path: () => "/staff",
      },
    },
  },
  navigation: [
    { label: "Staff", path: "/staff", icon: "staff", group: "Team", permission: "staff.read", position: 50 },
  ],
};
