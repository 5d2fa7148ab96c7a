export { type DatedMembership, localDaySql, membershipStatusOn, membershipStatusSql } from "./status";
