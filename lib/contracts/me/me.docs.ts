import { exampleCheckIn, exampleVisitor } from "@/lib/contracts/access/check-ins.docs";
import { documented } from "@/lib/contracts/documented";
import * as me from "./me";

const exampleProfile = {
  member: {
    ...exampleVisitor,
    email: "member@example.com",
    phone: "+12345678901",
    emergency_contact_name: "Jane Doe",
    emergency_contact_phone: "+12345678902",
    emergency_contact_relation: "sister",
    has_marketing_consent: false,
    joined_on: "2025-06-01",
  },
  home_location: { id: exampleCheckIn.location_id, name: "Fitzroy", time_zone: "Australia/Melbourne" },
  today_on: "2026-03-05",
  entry: {
    outcome: "allowed" as const,
    reason: null,
    title: "Unlimited",
    tell_member: "Come in, John.",
    notes: [],
    membership_id: exampleCheckIn.membership_id,
  },
  memberships: [
    {
      id: exampleCheckIn.membership_id,
      plan_name: "Unlimited",
      kind: "recurring" as const,
      status: "active" as const,
      standing: "active" as const,
      starts_on: "2025-06-01",
      ends_on: null,
      cancelled_on: null,
      next_bill_on: "2026-04-01",
      price_minor: 8900,
      currency: "AUD",
      overdue_minor: 0,
      overdue_since_on: null,
      sessions_included: null,
      sessions_used: 0,
      freeze: null,
      location_names: null,
    },
  ],
  open_visit: null,
  visits_this_month: 4,
  occupancy: {
    location_id: exampleCheckIn.location_id,
    inside: 96,
    capacity: 140,
    percent: 69,
    level: "quiet" as const,
  },
  version: 1,
};

export const meDocs = documented(me, {
  getOwnProfile: {
    summary: "Retrieve the signed-in member's record",
    description: "Includes the result that a check-in at the home location would have now. Nothing is written.",
    example: { input: {}, output: exampleProfile },
  },

  updateOwnProfile: {
    summary: "Update the signed-in member's contact details",
    description:
      "Members can change their phone number, emergency contact and marketing consent. Staff change the other fields.",
    example: {
      input: { has_marketing_consent: true },
      output: { ...exampleProfile, member: { ...exampleProfile.member, has_marketing_consent: true }, version: 2 },
    },
  },

  listOwnCheckIns: {
    summary: "List the signed-in member's visits",
    example: { input: {}, output: { data: [exampleCheckIn], next_cursor: null } },
  },

  listOwnPeople: {
    summary: "List the members whose pages the signed-in user may see",
    description:
      "The member that the user is, and the minors of the gym whose guardian has the user's address. The relation is checked with every request; it ends with the adult age.",
    example: {
      input: {},
      output: {
        data: [
          {
            member_id: exampleProfile.member.id,
            first_name: "Maya",
            last_name: "Lindqvist",
            is_shown: true,
            is_self: true,
          },
        ],
      },
    },
  },

  showOwnPerson: {
    summary: "Show the pages of another of one's own members",
    description: "From then on the operations under /api/v1/me refer to this member, in the current session only.",
    example: {
      input: { member_id: exampleProfile.member.id },
      output: { member_id: exampleProfile.member.id, first_name: "Maya", last_name: "Lindqvist", is_shown: true },
    },
  },
});
