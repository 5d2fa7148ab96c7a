import { getJobExecutor } from "@/lib/domain/jobs";
import { route } from "@/lib/kernel/route";

export const GET = route(getJobExecutor);
