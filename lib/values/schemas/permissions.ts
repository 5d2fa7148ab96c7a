import { z } from "zod";
import { roles, staffRoles } from "@/lib/values/permissions";

export const role = z.enum(roles);
export const staffRole = z.enum(staffRoles);
