import { retryJobRun } from "@/lib/domain/platform/jobs";
import { route } from "@/lib/kernel/route";

export const POST = route(retryJobRun);
