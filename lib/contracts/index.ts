import * as audit from "./audit";
import * as auth from "./auth";
import type { Contract } from "./contract";
import * as invitations from "./invitations";
import * as locations from "./locations";
import * as membershipPlans from "./membership-plans";
import * as memberships from "./memberships";
import * as organizations from "./organizations";
import * as staff from "./staff";
import * as supportGrants from "./support-grants";

const modules = [
  auth,
  locations,
  audit,
  invitations,
  membershipPlans,
  memberships,
  organizations,
  staff,
  supportGrants,
];

const isContract = (value: unknown): value is Contract =>
  typeof value === "object" && value !== null && "method" in value && "path" in value && "access" in value;

/** Every contract of the public API: what the OpenAPI document and the derived tests walk through. */
export const contracts: readonly Contract[] = modules.flatMap((module) =>
  (Object.values(module) as unknown[]).filter(isContract),
);
