import { closeTill } from "@/lib/domain/billing/till";
import { route } from "@/lib/kernel/route";

export const POST = route(closeTill);
