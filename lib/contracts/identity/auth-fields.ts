import { z } from "zod";
import { id } from "@/lib/contracts/fields";
import { longestPassword, shortestPassword } from "@/lib/values/password";
import { role } from "@/lib/values/schemas/permissions";

export const newPassword = z
  .string()
  .min(shortestPassword, `Use at least ${shortestPassword} characters`)
  .max(longestPassword, `Use at most ${longestPassword} characters`)
  .meta({ format: "password" });
/** Any earlier password. Sign-in does not check its strength. */
export const password = z.string().min(1, "Enter your password").max(200).meta({ format: "password" });

export const organizationOfUser = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  /** The highest role of the user in the organization. */
  role,
  staff_id: id.nullable(),
  member_id: id.nullable(),
});
export type OrganizationOfUser = z.output<typeof organizationOfUser>;

export const person = z.object({ id, email: z.string(), name: z.string(), is_super_admin: z.boolean() });

export const tag = "Sign-in";
