import { readAllStaffNotices } from "@/lib/domain/staff-notices";
import { route } from "@/lib/kernel/route";

export const POST = route(readAllStaffNotices);
