import { createSupportGrant, listSupportGrants } from "@/lib/domain/platform/support";
import { route } from "@/lib/kernel/route";

export const GET = route(listSupportGrants);
export const POST = route(createSupportGrant);
