import { createScheduleRun, listScheduleRuns } from "@/lib/domain/platform/schedules";
import { route } from "@/lib/kernel/route";

export const GET = route(listScheduleRuns);
export const POST = route(createScheduleRun);
