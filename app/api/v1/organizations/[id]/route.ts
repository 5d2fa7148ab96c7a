import { getOrganization, updateOrganization } from "@/lib/domain/organizations";
import { route } from "@/lib/kernel/route";

export const GET = route(getOrganization);
export const PATCH = route(updateOrganization);
