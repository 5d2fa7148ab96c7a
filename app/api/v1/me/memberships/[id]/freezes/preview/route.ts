import { previewOwnFreeze } from "@/lib/domain/memberships";
import { route } from "@/lib/kernel/route";

export const POST = route(previewOwnFreeze);
