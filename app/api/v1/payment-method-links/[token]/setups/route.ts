import { beginSetupByLink } from "@/lib/domain/gateways/methods";
import { route } from "@/lib/kernel/route";

export const POST = route(beginSetupByLink);
