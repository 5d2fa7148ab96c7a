import { documented } from "@/lib/contracts/documented";
import * as newOrganization from "./new-organization";

export const newOrganizationDocs = documented(newOrganization, {
  createOrganization: {
    summary: "Open another gym: its organization and its first location",
    description:
      "The signed-in person becomes the owner. Their e-mail address must be confirmed, and they open at most 3 gyms in 24 hours. A super admin names the owner's address instead: it gets an invitation, and the super admin gets no access to the gym. Send the new organization in X-Organization, or switch to it with POST /api/v1/auth/switch-organization.",
    fields: { owner_email: "For super admins only: the address of the owner who is invited" },
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
  },
});
