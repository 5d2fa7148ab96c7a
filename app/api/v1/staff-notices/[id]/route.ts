import { updateStaffNotice } from "@/lib/domain/messages/staff-notices";
import { route } from "@/lib/kernel/route";

export const PATCH = route(updateStaffNotice);
