import { listStaff } from "@/lib/domain/staff";
import { route } from "@/lib/kernel/route";

export const GET = route(listStaff);
