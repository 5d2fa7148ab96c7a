import { beginOwnSetup } from "@/lib/domain/gateways/methods";
import { route } from "@/lib/kernel/route";

export const POST = route(beginOwnSetup);
