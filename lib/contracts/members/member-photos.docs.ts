import { documented } from "@/lib/contracts/documented";
import { exampleId, exampleMember } from "./member-fields.docs";
import * as memberPhotos from "./member-photos";

export const memberPhotosDocs = documented(memberPhotos, {
  putPhoto: {
    summary: "Set a member's photo",
    description:
      "The picture is the request's body. Its type is read from its bytes, whatever Content-Type says; it is cropped to a square, encoded again as WebP with 512 pixels, and its metadata (place, device, time) is removed.",
    example: { input: { id: exampleId }, output: { ...exampleMember, version: 2 } },
  },

  getPhoto: {
    summary: "Read a member's photo",
    description:
      "For the team, and for the member. `v` changes with the picture; with it the browser may cache the response.",
    example: { input: { id: exampleId }, output: { toResponse: (headers) => new Response(null, { headers }) } },
  },

  deletePhoto: {
    summary: "Remove a member's photo",
    example: { input: { id: exampleId }, output: { ...exampleMember, photo_url: null, version: 3 } },
  },
});
