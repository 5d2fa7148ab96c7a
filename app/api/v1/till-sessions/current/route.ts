import { currentTill } from "@/lib/domain/billing/till";
import { route } from "@/lib/kernel/route";

export const GET = route(currentTill);
