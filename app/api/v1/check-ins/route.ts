import { checkIn, listCheckIns } from "@/lib/domain/access/check-ins";
import { route } from "@/lib/kernel/route";

export const GET = route(listCheckIns);
export const POST = route(checkIn);
