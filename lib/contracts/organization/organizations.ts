import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf, text, version } from "@/lib/contracts/fields";
import { localeTag } from "@/lib/values/locale";
import { currencyCode } from "@/lib/values/money";
import { role } from "@/lib/values/permissions";
import { defaultPolicies, policies, policyFields } from "@/lib/values/policies";

export const brandColor = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, { error: "Write the colour as six hexadecimal digits, as #0d6b68" });

export const organizationCard = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  locale: z.string(),
  currency: z.string(),
  brand_color: z.string(),
  logo_file_id: id.nullable(),
});

export const organizationOfPerson = organizationCard.extend({
  /** What the signed-in person is there; empty where a super admin has no part in it. */
  roles: z.array(role),
  suspended_at: instantOut.nullable(),
});

export const organization = organizationCard.extend({
  member_code_prefix: z.string(),
  policies,
  created_at: instantOut,
  version,
});

const fields = {
  name: text(80),
  locale: localeTag,
  currency: currencyCode,
  brand_color: brandColor,
  member_code_prefix: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{1,4}$/, { error: "Use one to four letters, as IT" }),
  policies: z.strictObject(policyFields).partial(),
};

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

export const listOrganizations = contract({
  id: "organizations.list",
  scope: "own",
  method: "GET",
  path: "/api/v1/organizations",
  access: "signed_in",
  tag: "Organizations",
  summary: "List the organizations that the signed-in person belongs to",
  description: "By name. A super admin sees every organization, with empty roles where they have no part in it.",
  input: z.strictObject({ ...page, q: z.string().trim().max(100).optional().describe("Part of the name or the slug") }),
  output: pageOf(organizationOfPerson),
  errors: ["malformed_cursor"],
  example: {
    input: {},
    output: { data: [{ ...card, roles: ["gym_owner"], suspended_at: null }], next_cursor: null },
  },
});

export const getOrganization = contract({
  id: "organizations.get",
  scope: "shared",
  method: "GET",
  path: "/api/v1/organizations/{id}",
  access: "organizations.read",
  tag: "Organizations",
  summary: "Read the organization at hand",
  input: z.strictObject({ id }),
  output: organization,
  errors: ["not_found"],
  example: { input: { id: card.id }, output: example },
});

export const updateOrganization = contract({
  id: "organizations.update",
  scope: "organization",
  method: "PATCH",
  path: "/api/v1/organizations/{id}",
  access: "organizations.update",
  tag: "Organizations",
  summary: "Change the organization's name, locale, currency, colour or policies",
  description:
    "Policies that are left out stay as they are. A new currency counts for what is priced from now on; plans and memberships keep theirs.",
  input: z.strictObject(fields).partial().extend({ id }),
  output: organization,
  errors: ["invalid_input", "forbidden", "not_found", "version_conflict"],
  example: {
    input: { id: card.id, policies: { max_visit_minutes: 180 } },
    output: { ...example, policies: { ...defaultPolicies, max_visit_minutes: 180 }, version: 4 },
  },
});

export const putLogo = contract({
  id: "organizations.put_logo",
  scope: "organization",
  method: "PUT",
  path: "/api/v1/organizations/{id}/logo",
  access: "organizations.update",
  tag: "Organizations",
  summary: "Set the organization's logo",
  description:
    "The picture is the request's body: PNG, JPEG or WebP, whatever Content-Type says. It is fitted into a square of 512 pixels and drawn anew as WebP.",
  input: z.strictObject({ id }),
  output: organization,
  upload: { content_types: ["image/png", "image/jpeg", "image/webp"], max_bytes: 2 * 1024 * 1024 },
  errors: ["invalid_input", "forbidden", "not_found"],
  example: { input: { id: card.id }, output: { ...example, logo_file_id: "0197f0a0-0000-7000-8000-0000000000a1" } },
});

export const getLogo = contract({
  id: "organizations.get_logo",
  scope: "shared",
  method: "GET",
  path: "/api/v1/organizations/{id}/logo",
  access: "public",
  tag: "Organizations",
  summary: "Read an organization's logo",
  description: "Public, like the gym's own pages. `v` changes with the picture; with it the answer may be kept.",
  input: z.strictObject({ id, v: z.string().max(64).optional() }),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["image/webp"] },
  errors: ["not_found"],
  example: { input: { id: card.id }, output: { toResponse: (headers) => new Response(null, { headers }) } },
});

export const deleteLogo = contract({
  id: "organizations.delete_logo",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/organizations/{id}/logo",
  access: "organizations.update",
  tag: "Organizations",
  summary: "Remove the organization's logo",
  input: z.strictObject({ id }),
  output: organization,
  errors: ["forbidden", "not_found"],
  example: { input: { id: card.id }, output: example },
});
