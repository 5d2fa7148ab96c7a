import { z } from "zod";
import {
  checkInMethods,
  checkOutKinds,
  genders,
  importRowStatuses,
  importStatuses,
  intervalUnits,
  memberStatuses,
  membershipStatuses,
  planKinds,
} from "@/lib/values/statuses";

export const membershipStatus = z.enum(membershipStatuses);
export const memberStatus = z.enum(memberStatuses);
export const planKind = z.enum(planKinds);
export const intervalUnit = z.enum(intervalUnits);
export const checkInMethod = z.enum(checkInMethods);
export const checkOutKind = z.enum(checkOutKinds);
export const gender = z.enum(genders);
export const importStatus = z.enum(importStatuses);
export const importRowStatus = z.enum(importRowStatuses);
