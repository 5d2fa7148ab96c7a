import { removeOwnMethod } from "@/lib/domain/gateways/methods";
import { route } from "@/lib/kernel/route";

export const DELETE = route(removeOwnMethod);
