export const exampleOrganization = {
  id: "0197f0a0-0000-7000-8000-0000000000a0",
  slug: "iron-temple",
  name: "Iron Temple",
  role: "gym_owner" as const,
  staff_id: "0197f0a0-0000-7000-8000-0000000000b1",
  member_id: null,
};

export const exampleUser = {
  id: "0197f0a0-0000-7000-8000-0000000000b2",
  email: "ingrid@example.com",
  name: "Ingrid Solberg",
  is_super_admin: false,
};
