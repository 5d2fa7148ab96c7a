import { listTillSessions, openTill } from "@/lib/domain/billing/till";
import { route } from "@/lib/kernel/route";

export const GET = route(listTillSessions);
export const POST = route(openTill);
