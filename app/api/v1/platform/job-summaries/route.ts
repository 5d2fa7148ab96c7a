import { listPlatformJobSummaries } from "@/lib/domain/platform/jobs";
import { route } from "@/lib/kernel/route";

export const GET = route(listPlatformJobSummaries);
