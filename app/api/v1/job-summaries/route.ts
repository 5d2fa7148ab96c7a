import { listJobSummaries } from "@/lib/domain/platform/jobs";
import { route } from "@/lib/kernel/route";

export const GET = route(listJobSummaries);
