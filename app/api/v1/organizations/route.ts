import { listOrganizations } from "@/lib/domain/organizations";
import { route } from "@/lib/kernel/route";

export const GET = route(listOrganizations);
