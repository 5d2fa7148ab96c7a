import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf, text, version } from "@/lib/contracts/fields";
import { localeTag } from "@/lib/values/locale";
import { policies, policyFields } from "@/lib/values/policies";
import { currencyCode } from "@/lib/values/schemas/currency";
import { role } from "@/lib/values/schemas/permissions";

const brandColor = z
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

const organizationOfPerson = organizationCard.extend({
  /** The roles of the signed-in user; empty for a super admin without a role in the organization. */
  roles: z.array(role),
  suspended_at: instantOut.nullable(),
});

const organization = organizationCard.extend({
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

export const listOrganizations = contract({
  id: "organizations.list",
  scope: "own",
  method: "GET",
  path: "/api/v1/organizations",
  access: "signed_in",
  tag: "Organizations",
  input: z.strictObject({ ...page, q: z.string().trim().max(100).optional() }),
  output: pageOf(organizationOfPerson),
  errors: ["malformed_cursor"],
});

export const getOrganization = contract({
  id: "organizations.get",
  scope: "shared",
  method: "GET",
  path: "/api/v1/organizations/{id}",
  access: "organizations.read",
  tag: "Organizations",
  input: z.strictObject({ id }),
  output: organization,
  errors: ["not_found"],
});

export const updateOrganization = contract({
  id: "organizations.update",
  scope: "organization",
  method: "PATCH",
  path: "/api/v1/organizations/{id}",
  access: "organizations.update",
  tag: "Organizations",
  input: z.strictObject(fields).partial().extend({ id }),
  output: organization,
  errors: ["invalid_input", "forbidden", "not_found", "version_conflict"],
});

export const putLogo = contract({
  id: "organizations.put_logo",
  scope: "organization",
  method: "PUT",
  path: "/api/v1/organizations/{id}/logo",
  access: "organizations.update",
  tag: "Organizations",
  input: z.strictObject({ id }),
  output: organization,
  upload: { content_types: ["image/png", "image/jpeg", "image/webp"], max_bytes: 2 * 1024 * 1024 },
  errors: ["invalid_input", "forbidden", "not_found"],
});

export const getLogo = contract({
  id: "organizations.get_logo",
  scope: "shared",
  method: "GET",
  path: "/api/v1/organizations/{id}/logo",
  access: "public",
  tag: "Organizations",
  input: z.strictObject({ id, v: z.string().max(64).optional() }),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["image/webp"] },
  errors: ["not_found"],
});

export const deleteLogo = contract({
  id: "organizations.delete_logo",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/organizations/{id}/logo",
  access: "organizations.update",
  tag: "Organizations",
  input: z.strictObject({ id }),
  output: organization,
  errors: ["forbidden", "not_found"],
});
