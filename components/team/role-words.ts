import { mayGrant, type Role, type StaffRole, staffRoles } from "@/lib/values/permissions";
import { roleNames } from "@/lib/values/role-names";

/** What a role means in the gym, for whoever gives it. */
const roleMeanings: Record<StaffRole, string> = {
  gym_owner: "Everything, including settings, prices and the team of owners",
  admin: "Members, plans, the team and the activity log; not the organization's settings",
  trainer: "Sees members and visits, with the health notes that matter on the floor",
  receptionist: "Checks members in, adds them and sells plans at the list price",
};

/** The roles that somebody with these roles may give, the usual one first. */
export const grantableBy = (held: readonly Role[]) =>
  staffRoles
    .filter((role) => held.some((own) => mayGrant(own, role)))
    .toReversed()
    .map((role) => ({ value: role, label: roleNames[role], hint: roleMeanings[role] }));

const articles: Record<StaffRole, string> = {
  gym_owner: "an owner",
  admin: "an administrator",
  trainer: "a trainer",
  receptionist: "front desk",
};

export const asRole = (role: StaffRole): string => articles[role];
