import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, text } from "@/lib/contracts/fields";
import { emailAddress } from "@/lib/values/email";
import { localeTag } from "@/lib/values/locale";
import { currencyCode } from "@/lib/values/money";
import { timeZone } from "@/lib/values/wall-time";
import { organizationCard } from "./organizations";

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(3, "Use at least 3 characters")
  .max(40, "Use at most 40 characters")
  .regex(/^[a-z0-9](-?[a-z0-9])+$/, "Use small letters, digits and single hyphens, as iron-temple");

/** What every new organization starts with, whoever opens it. */
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
  summary: "Open another gym: its organization and its first location",
  description:
    "The signed-in person becomes the owner. Their e-mail address must be confirmed, and they open at most 3 gyms in 24 hours. A super admin names the owner's address instead: it gets an invitation, and the super admin gets no access to the gym. Send the new organization in X-Organization, or switch to it with POST /api/v1/auth/switch-organization.",
  input: z.strictObject({
    ...newOrganizationFields,
    owner_email: emailAddress.optional().describe("For super admins only: who is invited as the owner"),
  }),
  output: organizationCard.extend({
    location_id: id,
    /** The invitation of the owner; null where the caller is the owner. */
    invitation: z.object({ email: z.string(), expires_at: instantOut }).nullable(),
  }),
  status: 201,
  errors: ["invalid_input", "forbidden", "already_exists", "conflict", "too_many_requests"],
  example: {
    input: {
      name: "Iron Temple North",
      slug: "iron-temple-north",
      currency: "AUD",
      time_zone: "Australia/Melbourne",
      locale: "en-AU",
      location_name: "Preston",
    },
    output: {
      id: "0197f0a0-0000-7000-8000-0000000000a8",
      slug: "iron-temple-north",
      name: "Iron Temple North",
      locale: "en-AU",
      currency: "AUD",
      brand_color: "#0d6b68",
      logo_file_id: null,
      location_id: "0197f0a0-0000-7000-8000-0000000000a9",
      invitation: null,
    },
  },
});
