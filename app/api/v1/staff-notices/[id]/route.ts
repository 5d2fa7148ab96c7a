import { updateStaffNotice } from "@/lib/domain/staff-notices";
import { route } from "@/lib/kernel/route";

export const PATCH = route(updateStaffNotice);
