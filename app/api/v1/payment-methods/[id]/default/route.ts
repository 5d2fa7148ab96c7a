import { makeDefault } from "@/lib/domain/gateways/methods";
import { route } from "@/lib/kernel/route";

export const PUT = route(makeDefault);
