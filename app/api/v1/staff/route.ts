import { listStaff } from "@/lib/domain/team";
import { route } from "@/lib/kernel/route";

export const GET = route(listStaff);
