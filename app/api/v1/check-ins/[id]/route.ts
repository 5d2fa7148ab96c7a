import { getCheckIn, undoCheckIn } from "@/lib/domain/access/check-ins";
import { route } from "@/lib/kernel/route";

export const GET = route(getCheckIn);
export const DELETE = route(undoCheckIn);
