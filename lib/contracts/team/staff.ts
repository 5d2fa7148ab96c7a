import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf, text, version } from "@/lib/contracts/fields";
import { staffRole } from "@/lib/values/permissions";

export const staffMember = z.object({
  id,
  user_id: id,
  name: z.string(),
  email: z.string(),
  role: staffRole,
  title: z.string().nullable(),
  /** Empty: every location. */
  location_ids: z.array(id),
  joined_at: instantOut,
  ended_at: instantOut.nullable(),
  version,
});

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

export const listStaff = contract({
  id: "staff.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/staff",
  access: "staff.read",
  tag: "Staff",
  summary: "List the team by name",
  input: z.strictObject({
    role: staffRole.optional(),
    location_id: id.optional(),
    /** Who is in the team now, who has left it, or both. */
    state: z.enum(["current", "left", "all"]).default("current"),
    ...page,
  }),
  output: pageOf(staffMember),
  errors: ["malformed_cursor"],
  example: { input: {}, output: { data: [example], next_cursor: null } },
});

export const getStaffMember = contract({
  id: "staff.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/staff/{id}",
  access: "staff.read",
  tag: "Staff",
  summary: "Read one member of the team",
  input: z.strictObject({ id }),
  output: staffMember,
  errors: ["not_found"],
  example: { input: { id: example.id }, output: example },
});

export const updateStaffMember = contract({
  id: "staff.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/staff/{id}",
  access: "staff.write",
  tag: "Staff",
  summary: "Change a colleague's role, locations or title",
  description:
    "Counts from their next request on. Nobody grants a role above their own or changes their own role, and one owner always stays.",
  input: z.strictObject({
    id,
    role: staffRole.optional(),
    location_ids: z.array(id).max(200).optional(),
    title: text(80).nullable().optional(),
  }),
  output: staffMember,
  errors: ["invalid_input", "forbidden", "not_found", "role_above_own", "last_owner", "version_conflict"],
  example: {
    input: { id: example.id, role: "admin", location_ids: [] },
    output: { ...example, role: "admin", location_ids: [], version: 2 },
  },
});

export const removeStaffMember = contract({
  id: "staff.remove",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/staff/{id}",
  access: "staff.write",
  tag: "Staff",
  summary: "Remove a colleague from the team",
  description: "They lose access with their next request. What they did stays in the activity log.",
  input: z.strictObject({ id }),
  output: staffMember,
  errors: ["forbidden", "not_found", "role_above_own", "last_owner"],
  example: {
    input: { id: example.id },
    output: { ...example, ended_at: "2026-03-05T06:42:00.000Z", version: 2 },
  },
});
