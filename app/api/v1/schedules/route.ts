import { listSchedules } from "@/lib/domain/schedules";
import { route } from "@/lib/kernel/route";

export const GET = route(listSchedules);
