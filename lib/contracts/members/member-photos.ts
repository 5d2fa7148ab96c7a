import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";
import { member } from "./member-fields";

const tag = "Members";

export const putPhoto = contract({
  id: "member_photos.put",
  scope: "location",
  method: "PUT",
  path: "/api/v1/members/{id}/photo",
  access: "members.write",
  tag,
  input: z.strictObject({ id }),
  output: member,
  upload: { content_types: ["image/jpeg", "image/png", "image/webp"], max_bytes: 5 * 1024 * 1024 },
  errors: ["not_found", "invalid_input"],
});

export const getPhoto = contract({
  id: "member_photos.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/photo",
  access: "organization",
  tag,
  input: z.strictObject({ id, v: z.string().max(64).optional() }),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["image/webp"] },
  errors: ["not_found"],
});

export const deletePhoto = contract({
  id: "member_photos.delete",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/members/{id}/photo",
  access: "members.write",
  tag,
  input: z.strictObject({ id }),
  output: member,
  errors: ["not_found"],
});
