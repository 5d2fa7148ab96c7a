import type { Endpoint } from "@/lib/client/endpoint";
import type * as invitations from "@/lib/contracts/team/invitations";
import type * as staff from "@/lib/contracts/team/staff";

export const createInvitation: Endpoint<typeof invitations.createInvitation> = {
  id: "invitations.create",
  method: "POST",
  path: "/api/v1/invitations",
};

export const revokeInvitation: Endpoint<typeof invitations.revokeInvitation> = {
  id: "invitations.revoke",
  method: "DELETE",
  path: "/api/v1/invitations/{id}",
};

export const resendInvitation: Endpoint<typeof invitations.resendInvitation> = {
  id: "invitations.resend",
  method: "POST",
  path: "/api/v1/invitations/{id}/resends",
};

export const updateStaffMember: Endpoint<typeof staff.updateStaffMember> = {
  id: "staff.update",
  method: "PATCH",
  path: "/api/v1/staff/{id}",
};

export const removeStaffMember: Endpoint<typeof staff.removeStaffMember> = {
  id: "staff.remove",
  method: "DELETE",
  path: "/api/v1/staff/{id}",
};
