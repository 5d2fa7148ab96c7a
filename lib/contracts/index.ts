import * as accounts from "./accounts";
import * as audit from "./audit";
import * as auth from "./auth";
import * as checkIns from "./check-ins";
import type { Contract } from "./contract";
import * as dashboard from "./dashboard";
import * as devices from "./devices";
import * as importRows from "./import-rows";
import * as imports from "./imports";
import * as invitations from "./invitations";
import * as jobs from "./jobs";
import * as live from "./live";
import * as locations from "./locations";
import * as me from "./me";
import * as memberCards from "./member-cards";
import * as memberMedical from "./member-medical";
import * as memberPhotos from "./member-photos";
import * as memberSegments from "./member-segments";
import * as members from "./members";
import * as membershipPlans from "./membership-plans";
import * as memberships from "./memberships";
import * as notificationBulk from "./notification-bulk";
import * as notificationPreferences from "./notification-preferences";
import * as notificationProviders from "./notification-providers";
import * as notificationTemplates from "./notification-templates";
import * as notifications from "./notifications";
import * as occupancy from "./occupancy";
import * as organizations from "./organizations";
import * as passes from "./passes";
import * as schedules from "./schedules";
import * as staff from "./staff";
import * as staffNotices from "./staff-notices";
import * as supportGrants from "./support-grants";
import * as unsubscribe from "./unsubscribe";
import * as visitStatistics from "./visit-statistics";

const modules = [
  visitStatistics,
  passes,
  me,
  occupancy,
  live,
  checkIns,
  auth,
  accounts,
  locations,
  audit,
  dashboard,
  devices,
  imports,
  importRows,
  jobs,
  invitations,
  members,
  memberCards,
  memberMedical,
  memberPhotos,
  memberSegments,
  membershipPlans,
  memberships,
  notificationBulk,
  notificationPreferences,
  notificationTemplates,
  notificationProviders,
  notifications,
  organizations,
  schedules,
  staff,
  staffNotices,
  supportGrants,
  unsubscribe,
];

const isContract = (value: unknown): value is Contract =>
  typeof value === "object" && value !== null && "method" in value && "path" in value && "access" in value;

/** Every contract of the public API: what the OpenAPI document and the derived tests walk through. */
export const contracts: readonly Contract[] = modules.flatMap((module) =>
  (Object.values(module) as unknown[]).filter(isContract),
);
