import { documented } from "@/lib/contracts/documented";
import * as newOrganization from "./new-organization";

export const newOrganizationDocs = documented(newOrganization, {
  createOrganization: {
    summary: "Create another gym with its organization and first location",
    description:
      "The signed-in user becomes the owner. The user's e-mail address must be confirmed; the limit is 3 gyms in 24 hours. A super admin sends `owner_email` instead: the owner is invited, and the super admin gets no access to the gym. To use the new organization, send it in X-Organization, or switch to it with POST /api/v1/auth/switch-organization.",
    fields: { owner_email: "For super admins only: the e-mail address of the owner to invite" },
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
