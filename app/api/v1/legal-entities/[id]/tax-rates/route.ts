import { createTaxRate, listTaxRates } from "@/lib/domain/billing/entities";
import { route } from "@/lib/kernel/route";

export const GET = route(listTaxRates);
export const POST = route(createTaxRate);
