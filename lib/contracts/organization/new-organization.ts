import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, text } from "@/lib/contracts/fields";
import { localeTag } from "@/lib/values/locale";
import { currencyCode } from "@/lib/values/schemas/currency";
import { emailAddress } from "@/lib/values/schemas/email";
import { timeZone } from "@/lib/values/schemas/wall-time";
import { organizationCard } from "./organizations";

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(3, "Use at least 3 characters")
  .max(40, "Use at most 40 characters")
  .regex(/^[a-z0-9](-?[a-z0-9])+$/, "Use small letters, digits and single hyphens, as iron-temple");

/** The fields of a new organization, for every way to create one. */
export const newOrganizationFields = {
  name: text(80),
  slug: slug.optional(),
  currency: currencyCode,
  time_zone: timeZone,
  locale: localeTag.default("en-US"),
  location_name: text(80).default("Main"),
};

export const createOrganization = contract({
  id: "organizations.create",
  scope: "own",
  method: "POST",
  path: "/api/v1/organizations",
  access: "signed_in",
  tag: "Organizations",
  input: z.strictObject({
    ...newOrganizationFields,
    owner_email: emailAddress.optional(),
  }),
  output: organizationCard.extend({
    location_id: id,
    /** The invitation of the owner; null if the caller is the owner. */
    invitation: z.object({ email: z.string(), expires_at: instantOut }).nullable(),
  }),
  status: 201,
  errors: ["invalid_input", "forbidden", "already_exists", "conflict", "too_many_requests"],
});
