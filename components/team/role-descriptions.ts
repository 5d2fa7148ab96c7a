import { mayGrant, type Role, type StaffRole, staffRoles } from "@/lib/values/permissions";
import { roleNames } from "@/lib/values/role-names";

/** Descriptions of the roles for the role selection. */
const roleDescriptions: Record<StaffRole, string> = {
  gym_owner: "Full access, including settings, prices and other owners",
  admin: "Members, plans, staff and the activity log, but not the gym settings",
  trainer: "Can view members, visits and the health flag",
  receptionist: "Can check in members, add members and sell plans at the list price",
};

/** The roles that a user with these roles may grant, the most common first. */
export const grantableBy = (held: readonly Role[]) =>
  staffRoles
    .filter((role) => held.some((own) => mayGrant(own, role)))
    .toReversed()
    .map((role) => ({ value: role, label: roleNames[role], hint: roleDescriptions[role] }));

const articles: Record<StaffRole, string> = {
  gym_owner: "an owner",
  admin: "an administrator",
  trainer: "a trainer",
  receptionist: "front desk",
};

export const asRole = (role: StaffRole): string => articles[role];
