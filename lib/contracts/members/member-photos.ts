import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";
import { exampleId, exampleMember, member } from "./member-fields";

const tag = "Members";

export const putPhoto = contract({
  id: "member_photos.put",
  scope: "location",
  method: "PUT",
  path: "/api/v1/members/{id}/photo",
  access: "members.write",
  tag,
  summary: "Set a member's photo",
  description:
    "The picture is the request's body. Its type is read from its bytes, whatever Content-Type says; it is cut square, drawn anew at 512 pixels as WebP, and loses what the camera wrote into it (place, device, time).",
  input: z.strictObject({ id }),
  output: member,
  upload: { content_types: ["image/jpeg", "image/png", "image/webp"], max_bytes: 5 * 1024 * 1024 },
  errors: ["not_found", "invalid_input"],
  example: { input: { id: exampleId }, output: { ...exampleMember, version: 2 } },
});

export const getPhoto = contract({
  id: "member_photos.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/photo",
  access: "organization",
  tag,
  summary: "Read a member's photo",
  description:
    "For the team, and for the member. `v` changes with the picture; with it the answer may be kept by the browser of whoever asked.",
  input: z.strictObject({ id, v: z.string().max(64).optional() }),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["image/webp"] },
  errors: ["not_found"],
  example: { input: { id: exampleId }, output: { toResponse: (headers) => new Response(null, { headers }) } },
});

export const deletePhoto = contract({
  id: "member_photos.delete",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/members/{id}/photo",
  access: "members.write",
  tag,
  summary: "Remove a member's photo",
  input: z.strictObject({ id }),
  output: member,
  errors: ["not_found"],
  example: { input: { id: exampleId }, output: { ...exampleMember, photo_url: null, version: 3 } },
});
