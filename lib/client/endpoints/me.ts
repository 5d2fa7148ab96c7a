import type { Endpoint } from "@/lib/client/endpoint";
import type * as me from "@/lib/contracts/me/me";

export const getOwnProfile: Endpoint<typeof me.getOwnProfile> = { id: "me.get", method: "GET", path: "/api/v1/me" };

export const updateOwnProfile: Endpoint<typeof me.updateOwnProfile> = {
  id: "me.update",
  method: "PATCH",
  path: "/api/v1/me",
};
