import type { Endpoint } from "@/lib/client/endpoint";
import type * as locations from "@/lib/contracts/organization/locations";
import type * as newOrganization from "@/lib/contracts/organization/new-organization";
import type * as organizations from "@/lib/contracts/organization/organizations";

export const createLocation: Endpoint<typeof locations.createLocation> = {
  id: "locations.create",
  method: "POST",
  path: "/api/v1/locations",
};

export const updateLocation: Endpoint<typeof locations.updateLocation> = {
  id: "locations.update",
  method: "PATCH",
  path: "/api/v1/locations/{id}",
};

export const archiveLocation: Endpoint<typeof locations.archiveLocation> = {
  id: "locations.archive",
  method: "DELETE",
  path: "/api/v1/locations/{id}",
};

export const createOrganization: Endpoint<typeof newOrganization.createOrganization> = {
  id: "organizations.create",
  method: "POST",
  path: "/api/v1/organizations",
};

export const updateOrganization: Endpoint<typeof organizations.updateOrganization> = {
  id: "organizations.update",
  method: "PATCH",
  path: "/api/v1/organizations/{id}",
};

export const putLogo: Endpoint<typeof organizations.putLogo> = {
  id: "organizations.put_logo",
  method: "PUT",
  path: "/api/v1/organizations/{id}/logo",
  upload: { content_types: ["image/png", "image/jpeg", "image/webp"], max_bytes: 2_097_152 },
};

export const deleteLogo: Endpoint<typeof organizations.deleteLogo> = {
  id: "organizations.delete_logo",
  method: "DELETE",
  path: "/api/v1/organizations/{id}/logo",
};
