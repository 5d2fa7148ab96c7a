import { documented } from "@/lib/contracts/documented";
import { exampleId, exampleMember } from "./member-fields.docs";
import * as memberPhotos from "./member-photos";

export const memberPhotosDocs = documented(memberPhotos, {
  putPhoto: {
    summary: "Set a member's photo",
    description:
      "Send the image as the request body. Its type is detected from its content; Content-Type is ignored. The image is cropped to a square, re-encoded as WebP at 512 pixels, and stripped of metadata (location, device, time).",
    example: { input: { id: exampleId }, output: { ...exampleMember, version: 2 } },
  },

  getPhoto: {
    summary: "Retrieve a member's photo",
    description:
      "Available to staff and to the member. `v` changes with the photo; a request with `v` may be cached by the browser.",
    example: { input: { id: exampleId }, output: { toResponse: (headers) => new Response(null, { headers }) } },
  },

  deletePhoto: {
    summary: "Remove a member's photo",
    example: { input: { id: exampleId }, output: { ...exampleMember, photo_url: null, version: 3 } },
  },
});
