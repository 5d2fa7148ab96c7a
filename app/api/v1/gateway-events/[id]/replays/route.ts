import { replayGatewayEvent } from "@/lib/domain/gateways/webhooks";
import { route } from "@/lib/kernel/route";

export const POST = route(replayGatewayEvent);
