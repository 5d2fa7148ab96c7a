import { documented } from "@/lib/contracts/documented";
import * as staff from "./staff";

const example = {
  id: "0197f0a0-0000-7000-8000-0000000000b1",
  user_id: "0197f0a0-0000-7000-8000-0000000000b2",
  name: "Noor Haddad",
  email: "noor@example.com",
  role: "trainer" as const,
  title: "Head coach",
  location_ids: ["0197f0a0-0000-7000-8000-000000000001"],
  joined_at: "2026-01-12T22:00:00.000Z",
  ended_at: null,
  version: 1,
};

export const staffDocs = documented(staff, {
  listStaff: {
    summary: "List staff members by name",
    example: { input: {}, output: { data: [example], next_cursor: null } },
  },

  getStaffMember: {
    summary: "Retrieve a staff member",
    example: { input: { id: example.id }, output: example },
  },

  updateStaffMember: {
    summary: "Update a staff member's role, locations or title",
    description:
      "Takes effect with the staff member's next request. Callers cannot grant a role above their own or change their own role. The last owner cannot be changed to another role.",
    example: {
      input: { id: example.id, role: "admin", location_ids: [] },
      output: { ...example, role: "admin", location_ids: [], version: 2 },
    },
  },

  removeStaffMember: {
    summary: "Remove a staff member from the team",
    description: "Access ends with the staff member's next request. Their entries in the activity log remain.",
    example: {
      input: { id: example.id },
      output: { ...example, ended_at: "2026-03-05T06:42:00.000Z", version: 2 },
    },
  },
});
