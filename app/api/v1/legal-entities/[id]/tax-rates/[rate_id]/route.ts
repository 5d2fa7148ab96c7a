import { updateTaxRate } from "@/lib/domain/billing/entities";
import { route } from "@/lib/kernel/route";

export const PATCH = route(updateTaxRate);
