import { readMethodLink } from "@/lib/domain/gateways/methods";
import { route } from "@/lib/kernel/route";

export const GET = route(readMethodLink);
