import { endSupportGrant } from "@/lib/domain/platform/support";
import { route } from "@/lib/kernel/route";

export const DELETE = route(endSupportGrant);
