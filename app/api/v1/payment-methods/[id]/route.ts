import { getMethod, removeMethod } from "@/lib/domain/gateways/methods";
import { route } from "@/lib/kernel/route";

export const GET = route(getMethod);
export const DELETE = route(removeMethod);
