import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut } from "@/lib/contracts/fields";
import { memberFilters } from "@/lib/contracts/members/member-fields";
import { invitationSkips } from "@/lib/values/member-invitations";
import { newPassword, organizationOfUser, tag as signInTag } from "./auth-fields";

const tag = "Member logins";

/** "own": to the member. "guardian": to the guardian of a minor without an address. */
const kind = z.enum(["own", "guardian"]);

export const memberLogin = z.object({
  member_id: id,
  /** The account that signs in as this member. */
  login: z.object({ email: z.string(), last_sign_in_at: instantOut.nullable() }).nullable(),
  /** Where an invitation would go now; null: neither the member nor the guardian of a minor has an e-mail address. */
  recipient: z.object({ kind, email: z.string() }).nullable(),
  /** The latest invitation. */
  invitation: z
    .object({
      kind,
      email: z.string(),
      sent_at: instantOut,
      expires_at: instantOut,
      /** "void": the address was changed after the invitation. */
      state: z.enum(["open", "expired", "accepted", "revoked", "void"]),
    })
    .nullable(),
});

export const getMemberLogin = contract({
  id: "member_invitations.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/invitations",
  access: "members.read",
  tag,
  input: z.strictObject({ id }),
  output: memberLogin,
  errors: ["not_found"],
});

export const inviteMember = contract({
  id: "member_invitations.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/members/{id}/invitations",
  access: "members.invite",
  tag,
  input: z.strictObject({ id }),
  output: memberLogin,
  status: 201,
  errors: ["not_found", "conflict", "already_exists", "too_many_requests"],
});

export const revokeMemberInvitation = contract({
  id: "member_invitations.revoke",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/members/{id}/invitations/current",
  access: "members.invite",
  tag,
  input: z.strictObject({ id }),
  output: memberLogin,
  errors: ["not_found"],
});

export const removeMemberLogin = contract({
  id: "member_invitations.remove_login",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/members/{id}/login",
  access: "members.remove_login",
  tag,
  input: z.strictObject({ id }),
  output: memberLogin,
  errors: ["not_found"],
});

export const invitationBatch = z.object({
  id,
  state: z.enum(["running", "done"]),
  /** Members that were looked at so far: invited and skipped. */
  looked_at: z.int(),
  invited: z.int(),
  skipped: z.array(z.object({ reason: z.enum(invitationSkips), count: z.int() })),
  created_at: instantOut,
  finished_at: instantOut.nullable(),
});

export const inviteMembers = contract({
  id: "member_invitations.create_many",
  scope: "location",
  method: "POST",
  path: "/api/v1/member-invitations",
  access: "members.invite_many",
  tag,
  input: z.strictObject({
    member_ids: z.array(id).min(1).max(1_000).optional(),
    filters: z.strictObject(memberFilters).optional(),
  }),
  output: invitationBatch,
  status: 202,
  errors: ["invalid_input", "not_found"],
});

export const getInvitationBatch = contract({
  id: "member_invitations.get_many",
  scope: "location",
  method: "GET",
  path: "/api/v1/member-invitations/{id}",
  access: "members.invite_many",
  tag,
  input: z.strictObject({ id }),
  output: invitationBatch,
  errors: ["not_found"],
});

const token = z.string().min(50).max(200);

export const readMemberInvitation = contract({
  id: "auth.read_member_invitation",
  scope: "own",
  method: "GET",
  path: "/api/v1/auth/member-invitations",
  access: "public",
  tag: signInTag,
  input: z.strictObject({ token }),
  output: z.object({
    organization: z.object({
      id,
      name: z.string(),
      slug: z.string(),
      brand_color: z.string(),
      logo_file_id: id.nullable(),
    }),
    kind,
    /** The member's first name. */
    first_name: z.string(),
    email: z.string(),
    /**
     * What the invited person must do: nothing; confirm that another account than the invited one is linked; sign in; sign out,
     * because a guardian's access follows the invited address; or create an account, with a password or without.
     */
    needs: z.enum(["nothing", "confirm", "sign_in", "sign_out", "new_account"]),
    signed_in_as: z.string().nullable(),
  }),
  errors: ["link_invalid"],
});

export const acceptMemberInvitation = contract({
  id: "auth.accept_member_invitation",
  scope: "own",
  method: "POST",
  path: "/api/v1/auth/member-invitations",
  access: "public",
  tag: signInTag,
  input: z.strictObject({
    token,
    /** For a new account. Without one the person signs in by e-mail link. */
    password: newPassword.optional(),
    /** The signed-in person confirms to link the membership to an account with another address. */
    link_to_signed_in: z.boolean().default(false),
  }),
  output: z.object({
    organization: organizationOfUser,
    /** Signs the new account in, at POST /api/v1/auth/sign-in-links/sessions; null for a person who is signed in. */
    sign_in_token: z.string().nullable(),
  }),
  status: 201,
  is_confidential: true,
  errors: ["invalid_input", "link_invalid", "conflict", "unauthenticated", "overloaded"],
});
