import { documented } from "@/lib/contracts/documented";
import { defaultPolicies } from "@/lib/values/policies";
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
    summary: "List the organizations that the signed-in person belongs to",
    description: "By name. A super admin sees every organization, with empty roles where they have no part in it.",
    fields: { q: "Part of the name or the slug" },
    example: {
      input: {},
      output: { data: [{ ...card, roles: ["gym_owner"], suspended_at: null }], next_cursor: null },
    },
  },

  getOrganization: {
    summary: "Read the organization at hand",
    example: { input: { id: card.id }, output: example },
  },

  updateOrganization: {
    summary: "Change the organization's name, locale, currency, colour or policies",
    description:
      "Policies that are left out stay as they are. A new currency counts for what is priced from now on; plans and memberships keep theirs.",
    example: {
      input: { id: card.id, policies: { max_visit_minutes: 180 } },
      output: { ...example, policies: { ...defaultPolicies, max_visit_minutes: 180 }, version: 4 },
    },
  },

  putLogo: {
    summary: "Set the organization's logo",
    description:
      "The picture is the request's body: PNG, JPEG or WebP, whatever Content-Type says. It is fitted into a square of 512 pixels and encoded again as WebP.",
    example: { input: { id: card.id }, output: { ...example, logo_file_id: "0197f0a0-0000-7000-8000-0000000000a1" } },
  },

  getLogo: {
    summary: "Read an organization's logo",
    description: "Public, like the gym's own pages. `v` changes with the picture; with it the response may be cached.",
    example: { input: { id: card.id }, output: { toResponse: (headers) => new Response(null, { headers }) } },
  },

  deleteLogo: {
    summary: "Remove the organization's logo",
    example: { input: { id: card.id }, output: example },
  },
});
