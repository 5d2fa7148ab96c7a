import { getOccupancy } from "@/lib/domain/access/occupancy";
import { route } from "@/lib/kernel/route";

export const GET = route(getOccupancy);
