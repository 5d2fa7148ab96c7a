import { getStaffMember, removeStaffMember, updateStaffMember } from "@/lib/domain/team";
import { route } from "@/lib/kernel/route";

export const GET = route(getStaffMember);
export const PATCH = route(updateStaffMember);
export const DELETE = route(removeStaffMember);
