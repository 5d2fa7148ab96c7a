import { endSupportGrant } from "@/lib/domain/support";
import { route } from "@/lib/kernel/route";

export const DELETE = route(endSupportGrant);
