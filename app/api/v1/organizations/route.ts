import { listOrganizations } from "@/lib/domain/organization";
import { route } from "@/lib/kernel/route";

export const GET = route(listOrganizations);
