import { createCompany, listCompanies } from "@/lib/domain/billing/companies";
import { route } from "@/lib/kernel/route";

export const GET = route(listCompanies);
export const POST = route(createCompany);
