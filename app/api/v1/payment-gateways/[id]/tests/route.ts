import { testGateway } from "@/lib/domain/gateways/connections";
import { route } from "@/lib/kernel/route";

export const POST = route(testGateway);
