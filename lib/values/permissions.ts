export const roles = ["super_admin", "gym_owner", "admin", "trainer", "receptionist", "member"] as const;
export type Role = (typeof roles)[number];

/** Roles of staff in an organization. */
export const staffRoles = ["gym_owner", "admin", "trainer", "receptionist"] as const;
export type StaffRole = (typeof staffRoles)[number];

const everyone: readonly Role[] = ["super_admin", "gym_owner", "admin", "trainer", "receptionist", "member"];
const team: readonly Role[] = ["super_admin", "gym_owner", "admin", "trainer", "receptionist"];
const frontDesk: readonly Role[] = ["super_admin", "gym_owner", "admin", "receptionist"];
const management: readonly Role[] = ["super_admin", "gym_owner", "admin"];
const ownership: readonly Role[] = ["super_admin", "gym_owner"];

/** The permissions of each role. The location scope and contracts with scope `own` restrict them further. */
export const permissionTable = {
  "organizations.read": everyone,
  "organizations.update": ownership,
  "organizations.list_all": ["super_admin"],
  "locations.read": everyone,
  "locations.write": management,
  "members.read": team,
  "members.write": frontDesk,
  "members.invite": frontDesk,
  "members.invite_many": management,
  "members.remove_login": management,
  "members.archive": management,
  "members.ban": management,
  "members.health_flag.read": ["super_admin", "gym_owner", "admin", "trainer"],
  "members.notes.read": team,
  "members.notes.write": team,
  "members.notes.moderate": management,
  "members.export": management,
  "members.medical.read": management,
  "members.medical.write": management,
  "members.import": management,
  "plans.read": everyone,
  "plans.write": management,
  "memberships.read": team,
  "memberships.sell": frontDesk,
  "memberships.cancel": management,
  "memberships.override": management,
  "memberships.freeze": frontDesk,
  "memberships.change_plan": frontDesk,
  "memberships.backdate": management,
  "memberships.change_payer": frontDesk,
  "memberships.transfer": management,
  "closures.write": management,
  "coupons.read": frontDesk,
  "coupons.write": management,
  "invoices.read": frontDesk,
  "invoices.write": frontDesk,
  "invoices.correct": management,
  "payments.record": frontDesk,
  "payments.refund": management,
  "till.use": frontDesk,
  "till.bank": management,
  "billing.configure": management,
  "gateways.configure": ownership,
  "ledger.read": management,
  "check_ins.read": team,
  "check_ins.create": frontDesk,
  "check_ins.override": frontDesk,
  "check_ins.backdate": management,
  "check_ins.undo": frontDesk,
  "occupancy.read": everyone,
  "statistics.read": team,
  "revenue.read": management,
  "staff.read": team,
  "staff.write": management,
  "audit.read": management,
  "pass.read_own": ["member"],
  "profile.write_own": ["member"],
  "invoices.read_own": ["member"],
  "memberships.manage_own": ["member"],
  "payments.make_own": ["member"],
  "cards.issue": frontDesk,
  "messages.read": frontDesk,
  "messages.send": frontDesk,
  "messages.send_bulk": management,
  "messages.configure": management,
  "notices.read_own": team,
  "jobs.read": management,
  "jobs.write": management,
  "support.grant": ["super_admin"],
  "support.end": ownership,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissionTable;
export const permissions = Object.keys(permissionTable) as Permission[];

export function permissionsOf(held: Role): ReadonlySet<Permission> {
  return new Set(permissions.filter((name) => (permissionTable[name] as readonly Role[]).includes(held)));
}

const rank: Record<Role, number> = {
  member: 0,
  receptionist: 1,
  trainer: 1,
  admin: 2,
  gym_owner: 3,
  super_admin: 4,
};

/** A7: a role higher than one's own cannot be granted. */
export function mayGrant(granter: Role, granted: Role): boolean {
  return rank[granter] >= rank[granted] && granted !== "super_admin" && granted !== "member";
}
