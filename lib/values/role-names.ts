import type { Role } from "./permissions";

export const roleNames: Record<Role, string> = {
  super_admin: "Support",
  gym_owner: "Owner",
  admin: "Administrator",
  trainer: "Trainer",
  receptionist: "Front desk",
  member: "Member",
};
