import { retryJobRun } from "@/lib/domain/jobs";
import { route } from "@/lib/kernel/route";

export const POST = route(retryJobRun);
