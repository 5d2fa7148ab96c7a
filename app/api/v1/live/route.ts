import { streamLive } from "@/lib/domain/platform/live";
import { route } from "@/lib/kernel/route";

export const GET = route(streamLive);
