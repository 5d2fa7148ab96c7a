import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf, text, version } from "@/lib/contracts/fields";
import { staffRole } from "@/lib/values/schemas/permissions";

const staffMember = z.object({
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

export const listStaff = contract({
  id: "staff.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/staff",
  access: "staff.read",
  tag: "Staff",
  input: z.strictObject({
    role: staffRole.optional(),
    location_id: id.optional(),
    /** Current staff, former staff, or both. */
    state: z.enum(["current", "left", "all"]).default("current"),
    ...page,
  }),
  output: pageOf(staffMember),
  errors: ["malformed_cursor"],
});

export const getStaffMember = contract({
  id: "staff.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/staff/{id}",
  access: "staff.read",
  tag: "Staff",
  input: z.strictObject({ id }),
  output: staffMember,
  errors: ["not_found"],
});

export const updateStaffMember = contract({
  id: "staff.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/staff/{id}",
  access: "staff.write",
  tag: "Staff",
  input: z.strictObject({
    id,
    role: staffRole.optional(),
    location_ids: z.array(id).max(200).optional(),
    title: text(80).nullable().optional(),
  }),
  output: staffMember,
  errors: ["invalid_input", "forbidden", "not_found", "role_above_own", "last_owner", "version_conflict"],
});

export const removeStaffMember = contract({
  id: "staff.remove",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/staff/{id}",
  access: "staff.write",
  tag: "Staff",
  input: z.strictObject({ id }),
  output: staffMember,
  errors: ["forbidden", "not_found", "role_above_own", "last_owner"],
});
