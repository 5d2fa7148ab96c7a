import { listClosureExceptions } from "@/lib/domain/memberships/closures";
import { route } from "@/lib/kernel/route";

export const GET = route(listClosureExceptions);
