import { createClosure, listClosures } from "@/lib/domain/memberships/closures";
import { route } from "@/lib/kernel/route";

export const GET = route(listClosures);
export const POST = route(createClosure);
