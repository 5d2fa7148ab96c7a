import { connectGateway, listGateways } from "@/lib/domain/gateways/connections";
import { route } from "@/lib/kernel/route";

export const GET = route(listGateways);
export const POST = route(connectGateway);
