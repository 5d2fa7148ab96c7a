import type { Output } from "@/lib/contracts/contract";
import type { getStaffMember } from "@/lib/contracts/team/staff";

export type StaffMember = Output<typeof getStaffMember>;
