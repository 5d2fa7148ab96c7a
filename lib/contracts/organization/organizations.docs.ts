import { documented } from "@/lib/contracts/documented";
import { defaultPolicies } from "@/lib/values/default-policies";
import * as organizations from "./organizations";

const card = {
  id: "0197f0a0-0000-7000-8000-0000000000a0",
  slug: "iron-temple",
  name: "Iron Temple",
  locale: "en-AU",
  currency: "AUD",
  brand_color: "#0d6b68",
  logo_file_id: null,
};

const example = {
  ...card,
  member_code_prefix: "IT",
  policies: defaultPolicies,
  created_at: "2026-01-12T22:00:00.000Z",
  version: 3,
};

export const organizationsDocs = documented(organizations, {
  listOrganizations: {
    summary: "List the organizations of the signed-in user",
    description:
      "Sorted by name. A super admin sees all organizations; `roles` is empty for those in which the super admin has no role.",
    fields: { q: "A part of the name or the slug" },
    example: {
      input: {},
      output: { data: [{ ...card, roles: ["gym_owner"], suspended_at: null }], next_cursor: null },
    },
  },

  getOrganization: {
    summary: "Retrieve the current organization",
    example: { input: { id: card.id }, output: example },
  },

  updateOrganization: {
    summary: "Update the organization's name, locale, currency, colour or policies",
    description:
      "Omitted policies are not changed. A new currency applies to new prices; existing plans and memberships keep theirs.",
    example: {
      input: { id: card.id, policies: { max_visit_minutes: 180 } },
      output: { ...example, policies: { ...defaultPolicies, max_visit_minutes: 180 }, version: 4 },
    },
  },

  putLogo: {
    summary: "Set the organization's logo",
    description:
      "Send a PNG, JPEG or WebP image as the request body; Content-Type is ignored. The image is fitted into a square of 512 pixels and re-encoded as WebP.",
    example: { input: { id: card.id }, output: { ...example, logo_file_id: "0197f0a0-0000-7000-8000-0000000000a1" } },
  },

  getLogo: {
    summary: "Retrieve an organization's logo",
    description: "Public. `v` changes with the logo; a response to a request with `v` may be cached.",
    example: { input: { id: card.id }, output: { toResponse: (headers) => new Response(null, { headers }) } },
  },

  deleteLogo: {
    summary: "Remove the organization's logo",
    example: { input: { id: card.id }, output: example },
  },
});
