import { receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { webhook } from "@/lib/kernel/webhook";

export const POST = webhook(receiveGatewayEvents("stripe"));
