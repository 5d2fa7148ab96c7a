import { disconnectGateway, updateGateway } from "@/lib/domain/gateways/connections";
import { route } from "@/lib/kernel/route";

export const PATCH = route(updateGateway);
export const DELETE = route(disconnectGateway);
