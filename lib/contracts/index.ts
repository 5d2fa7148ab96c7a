import * as checkIns from "./access/check-ins";
import * as occupancy from "./access/occupancy";
import * as passes from "./access/passes";
import * as visitStatistics from "./access/visit-statistics";
import type { Contract } from "./contract";
import * as accounts from "./identity/accounts";
import * as auth from "./identity/auth";
import * as importRows from "./imports/import-rows";
import * as imports from "./imports/imports";
import * as dashboard from "./insight/dashboard";
import * as me from "./me/me";
import * as memberCards from "./members/member-cards";
import * as memberMedical from "./members/member-medical";
import * as memberPhotos from "./members/member-photos";
import * as memberSegments from "./members/member-segments";
import * as members from "./members/members";
import * as membershipPlans from "./memberships/membership-plans";
import * as memberships from "./memberships/memberships";
import * as devices from "./messages/devices";
import * as notificationBulk from "./messages/notification-bulk";
import * as notificationPreferences from "./messages/notification-preferences";
import * as notificationProviders from "./messages/notification-providers";
import * as notificationTemplates from "./messages/notification-templates";
import * as notifications from "./messages/notifications";
import * as staffNotices from "./messages/staff-notices";
import * as unsubscribe from "./messages/unsubscribe";
import * as locations from "./organization/locations";
import * as organizations from "./organization/organizations";
import * as audit from "./platform/audit";
import * as jobs from "./platform/jobs";
import * as live from "./platform/live";
import * as schedules from "./platform/schedules";
import * as supportGrants from "./platform/support-grants";
import * as invitations from "./team/invitations";
import * as staff from "./team/staff";

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

/** All contracts of the public API. The OpenAPI document and the generated tests iterate over them. */
export const contracts: readonly Contract[] = modules.flatMap((module) =>
  (Object.values(module) as unknown[]).filter(isContract),
);
