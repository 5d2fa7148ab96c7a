import { listGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { route } from "@/lib/kernel/route";

export const GET = route(listGatewayEvents);
