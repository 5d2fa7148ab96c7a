import { listSchedules } from "@/lib/domain/platform/schedules";
import { route } from "@/lib/kernel/route";

export const GET = route(listSchedules);
