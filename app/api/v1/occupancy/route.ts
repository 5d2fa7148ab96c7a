import { getOccupancy } from "@/lib/domain/occupancy";
import { route } from "@/lib/kernel/route";

export const GET = route(getOccupancy);
