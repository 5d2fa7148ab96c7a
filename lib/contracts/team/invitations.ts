import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf } from "@/lib/contracts/fields";
import { emailAddress } from "@/lib/values/email";
import { staffRole } from "@/lib/values/permissions";

export const invitation = z.object({
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

const example = {
  id: "0197f0a0-0000-7000-8000-0000000000c1",
  email: "kai@example.com",
  role: "receptionist" as const,
  location_ids: [],
  invited_by_name: "Ingrid Solberg",
  created_at: "2026-03-05T06:42:00.000Z",
  expires_at: "2026-03-12T06:42:00.000Z",
  is_expired: false,
};

export const listInvitations = contract({
  id: "invitations.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/invitations",
  access: "staff.read",
  tag: "Staff",
  summary: "List the invitations that nobody has accepted yet",
  input: z.strictObject(page),
  output: pageOf(invitation),
  errors: ["malformed_cursor"],
  example: { input: {}, output: { data: [example], next_cursor: null } },
});

export const createInvitation = contract({
  id: "invitations.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/invitations",
  access: "staff.write",
  tag: "Staff",
  summary: "Invite somebody to the team by e-mail",
  description: "The link in the mail works once and for 7 days. Somebody who left the team comes back this way.",
  input: z.strictObject({
    email: emailAddress,
    role: staffRole,
    location_ids: z.array(id).max(200).default([]),
  }),
  output: invitation,
  status: 201,
  errors: ["invalid_input", "forbidden", "role_above_own", "already_exists"],
  example: { input: { email: "kai@example.com", role: "receptionist" }, output: example },
});

export const revokeInvitation = contract({
  id: "invitations.revoke",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/invitations/{id}",
  access: "staff.write",
  tag: "Staff",
  summary: "Withdraw an invitation; its link stops working",
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found", "role_above_own"],
  example: { input: { id: example.id }, output: null },
});

export const resendInvitation = contract({
  id: "invitations.resend",
  scope: "location",
  method: "POST",
  path: "/api/v1/invitations/{id}/resends",
  access: "staff.write",
  tag: "Staff",
  summary: "Send an invitation again with a fresh link",
  description: "The new link works for another 7 days; the one before stops working.",
  input: z.strictObject({ id }),
  output: invitation,
  status: 201,
  errors: ["not_found", "role_above_own"],
  example: { input: { id: example.id }, output: { ...example, expires_at: "2026-03-14T06:42:00.000Z" } },
});
