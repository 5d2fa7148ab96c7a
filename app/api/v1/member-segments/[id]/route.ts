import { deleteSegment, getSegment, updateSegment } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const GET = route(getSegment);
export const PATCH = route(updateSegment);
export const DELETE = route(deleteSegment);
