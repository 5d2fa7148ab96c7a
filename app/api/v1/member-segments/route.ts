import { createSegment, listSegments } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const GET = route(listSegments);
export const POST = route(createSegment);
