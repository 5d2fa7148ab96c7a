export const exampleId = "0197f0a0-0000-7000-8000-000000000102";

const locationId = "0197f0a0-0000-7000-8000-000000000001";

export const exampleRow = {
  id: exampleId,
  member_code: "IT-1042",
  first_name: "Rahel",
  last_name: "Tesfaye",
  email: "rahel@example.com",
  phone: "+61491570156",
  photo_url: `/api/v1/members/${exampleId}/photo?v=0197f0a0`,
  tags: ["Evening lifters"],
  home_location_id: locationId,
  joined_on: "2025-08-25",
  banned_at: null,
  archived_at: null,
  status: "active" as const,
  next: { kind: "renews" as const, on: "2026-03-08", sessions_left: null, sessions_included: null },
  plan_names: ["Unlimited"],
  last_visit_at: "2026-03-05T06:31:00.000Z",
  weekly_visits: [3, 4, 2, 3, 4, 3, 4, 3],
};

const { weekly_visits: _, ...exampleName } = exampleRow;

export const exampleMember = {
  ...exampleName,
  is_phone_known: true,
  birth_on: "1994-05-17",
  gender: "female" as const,
  address: null,
  notes: null,
  emergency_contact_name: "Selam Tesfaye",
  emergency_contact_phone: "+61491570157",
  emergency_contact_relation: "sister",
  guardian_name: null,
  guardian_email: null,
  guardian_phone: null,
  preferred_channel: null,
  language: null,
  marketing_consent_at: null,
  marketing_consent_source: null,
  waiver_signed_at: "2025-08-25T07:00:00.000Z",
  guardian_signed_at: null,
  ban_reason: null,
  health_flag: "clear" as const,
  has_login: true,
  visits: 74,
  in_gym: null,
  created_at: "2025-08-25T07:00:00.000Z",
  updated_at: "2025-08-25T07:00:00.000Z",
  version: 1,
};
