import type { Endpoint } from "@/lib/client/endpoint";
import type * as memberCards from "@/lib/contracts/members/member-cards";
import type * as memberMedical from "@/lib/contracts/members/member-medical";
import type * as memberNotes from "@/lib/contracts/members/member-notes";
import type * as memberPhotos from "@/lib/contracts/members/member-photos";
import type * as memberSegments from "@/lib/contracts/members/member-segments";
import type * as members from "@/lib/contracts/members/members";

export const issueCard: Endpoint<typeof memberCards.issueCard> = {
  id: "member_cards.issue",
  method: "POST",
  path: "/api/v1/members/{id}/cards",
  is_confidential: true,
};

export const revokeCard: Endpoint<typeof memberCards.revokeCard> = {
  id: "member_cards.revoke",
  method: "DELETE",
  path: "/api/v1/members/{id}/cards/{card_id}",
};

export const getMedical: Endpoint<typeof memberMedical.getMedical> = {
  id: "member_medical.get",
  method: "GET",
  path: "/api/v1/members/{id}/medical",
};

export const putMedical: Endpoint<typeof memberMedical.putMedical> = {
  id: "member_medical.put",
  method: "PUT",
  path: "/api/v1/members/{id}/medical",
};

export const putPhoto: Endpoint<typeof memberPhotos.putPhoto> = {
  id: "member_photos.put",
  method: "PUT",
  path: "/api/v1/members/{id}/photo",
  upload: { content_types: ["image/jpeg", "image/png", "image/webp"], max_bytes: 5_242_880 },
};

export const deletePhoto: Endpoint<typeof memberPhotos.deletePhoto> = {
  id: "member_photos.delete",
  method: "DELETE",
  path: "/api/v1/members/{id}/photo",
};

export const createSegment: Endpoint<typeof memberSegments.createSegment> = {
  id: "member_segments.create",
  method: "POST",
  path: "/api/v1/member-segments",
};

export const updateSegment: Endpoint<typeof memberSegments.updateSegment> = {
  id: "member_segments.update",
  method: "PATCH",
  path: "/api/v1/member-segments/{id}",
};

export const deleteSegment: Endpoint<typeof memberSegments.deleteSegment> = {
  id: "member_segments.delete",
  method: "DELETE",
  path: "/api/v1/member-segments/{id}",
};

export const listMembers: Endpoint<typeof members.listMembers> = {
  id: "members.list",
  method: "GET",
  path: "/api/v1/members",
};

export const createMember: Endpoint<typeof members.createMember> = {
  id: "members.create",
  method: "POST",
  path: "/api/v1/members",
};

export const updateMember: Endpoint<typeof members.updateMember> = {
  id: "members.update",
  method: "PATCH",
  path: "/api/v1/members/{id}",
};

export const archiveMember: Endpoint<typeof members.archiveMember> = {
  id: "members.archive",
  method: "DELETE",
  path: "/api/v1/members/{id}",
};

export const restoreMember: Endpoint<typeof members.restoreMember> = {
  id: "members.restore",
  method: "POST",
  path: "/api/v1/members/{id}/restorations",
};

export const archiveMembers: Endpoint<typeof members.archiveMembers> = {
  id: "members.archive_many",
  method: "POST",
  path: "/api/v1/members/archivals",
};

export const tagMembers: Endpoint<typeof members.tagMembers> = {
  id: "members.tag_many",
  method: "POST",
  path: "/api/v1/members/taggings",
};

export const createNote: Endpoint<typeof memberNotes.createNote> = {
  id: "member_notes.create",
  method: "POST",
  path: "/api/v1/members/{id}/notes",
};

export const updateNote: Endpoint<typeof memberNotes.updateNote> = {
  id: "member_notes.update",
  method: "PATCH",
  path: "/api/v1/members/{id}/notes/{note_id}",
};

export const deleteNote: Endpoint<typeof memberNotes.deleteNote> = {
  id: "member_notes.delete",
  method: "DELETE",
  path: "/api/v1/members/{id}/notes/{note_id}",
};

export const banMember: Endpoint<typeof members.banMember> = {
  id: "members.ban",
  method: "POST",
  path: "/api/v1/members/{id}/bans",
};

export const liftBan: Endpoint<typeof members.liftBan> = {
  id: "members.lift_ban",
  method: "DELETE",
  path: "/api/v1/members/{id}/bans/current",
};
