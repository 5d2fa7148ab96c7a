import { listStaffNotices } from "@/lib/domain/messages/staff-notices";
import { route } from "@/lib/kernel/route";

export const GET = route(listStaffNotices);
