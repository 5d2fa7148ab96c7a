import { archiveCompany, getCompany, updateCompany } from "@/lib/domain/billing/companies";
import { route } from "@/lib/kernel/route";

export const GET = route(getCompany);
export const PATCH = route(updateCompany);
export const DELETE = route(archiveCompany);
