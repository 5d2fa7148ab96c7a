export * from "./check-ins";
export { applicationRole, isoInstant } from "./columns";
export * from "./identity";
export * from "./imports";
export * from "./kernel";
export * from "./members";
export * from "./memberships";
export * from "./organizations";
