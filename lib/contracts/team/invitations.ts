import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf } from "@/lib/contracts/fields";
import { emailAddress } from "@/lib/values/schemas/email";
import { staffRole } from "@/lib/values/schemas/permissions";

const invitation = z.object({
  id,
  email: z.string(),
  role: staffRole,
  /** Empty: every location. */
  location_ids: z.array(id),
  invited_by_name: z.string().nullable(),
  created_at: instantOut,
  expires_at: instantOut,
  is_expired: z.boolean(),
});

export const listInvitations = contract({
  id: "invitations.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/invitations",
  access: "staff.read",
  tag: "Staff",
  input: z.strictObject(page),
  output: pageOf(invitation),
  errors: ["malformed_cursor"],
});

export const createInvitation = contract({
  id: "invitations.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/invitations",
  access: "staff.write",
  tag: "Staff",
  input: z.strictObject({
    email: emailAddress,
    role: staffRole,
    location_ids: z.array(id).max(200).default([]),
  }),
  output: invitation,
  status: 201,
  errors: ["invalid_input", "forbidden", "role_above_own", "already_exists"],
});

export const revokeInvitation = contract({
  id: "invitations.revoke",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/invitations/{id}",
  access: "staff.write",
  tag: "Staff",
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found", "role_above_own"],
});

export const resendInvitation = contract({
  id: "invitations.resend",
  scope: "location",
  method: "POST",
  path: "/api/v1/invitations/{id}/resends",
  access: "staff.write",
  tag: "Staff",
  input: z.strictObject({ id }),
  output: invitation,
  status: 201,
  errors: ["not_found", "role_above_own"],
});
