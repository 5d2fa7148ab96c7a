import { sellAtTill } from "@/lib/domain/members/till-sales";
import { route } from "@/lib/kernel/route";

export const POST = route(sellAtTill);
