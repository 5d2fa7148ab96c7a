/** What the demo seed makes; written out, since a test's expectations are literals. */
export const password = "fitflow-demo-2026";

export const people = {
  owner: "owner@demo.fitflow.test",
  admin: "admin@demo.fitflow.test",
  trainer: "trainer@demo.fitflow.test",
  desk: "desk@demo.fitflow.test",
  member: "member@demo.fitflow.test",
  root: "root@demo.fitflow.test",
  other_owner: "owner@shakti.fitflow.test",
} as const;

export const gym = { slug: "iron-temple", name: "Iron Temple" } as const;
