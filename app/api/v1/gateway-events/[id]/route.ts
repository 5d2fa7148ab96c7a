import { getGatewayEvent } from "@/lib/domain/gateways/webhooks";
import { route } from "@/lib/kernel/route";

export const GET = route(getGatewayEvent);
