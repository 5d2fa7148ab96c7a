import { getJobRun } from "@/lib/domain/platform/jobs";
import { route } from "@/lib/kernel/route";

export const GET = route(getJobRun);
