import { readAllStaffNotices } from "@/lib/domain/messages/staff-notices";
import { route } from "@/lib/kernel/route";

export const POST = route(readAllStaffNotices);
