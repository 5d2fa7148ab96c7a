import { previewClosure } from "@/lib/domain/memberships/closures";
import { route } from "@/lib/kernel/route";

export const POST = route(previewClosure);
