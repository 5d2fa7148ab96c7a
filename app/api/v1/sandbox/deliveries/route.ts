import { deliverEventsNow } from "@/lib/domain/gateways/sandbox";
import { route } from "@/lib/kernel/route";

export const POST = route(deliverEventsNow);
