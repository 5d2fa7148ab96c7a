import { getOrganization, updateOrganization } from "@/lib/domain/organization";
import { route } from "@/lib/kernel/route";

export const GET = route(getOrganization);
export const PATCH = route(updateOrganization);
