import { streamLive } from "@/lib/domain/live";
import { route } from "@/lib/kernel/route";

export const GET = route(streamLive);
