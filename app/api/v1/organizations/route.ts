import { createOrganization } from "@/lib/domain/identity";
import { listOrganizations } from "@/lib/domain/organization";
import { route } from "@/lib/kernel/route";

export const GET = route(listOrganizations);
export const POST = route(createOrganization);
