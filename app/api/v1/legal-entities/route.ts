import { createLegalEntity, listLegalEntities } from "@/lib/domain/billing/entities";
import { route } from "@/lib/kernel/route";

export const GET = route(listLegalEntities);
export const POST = route(createLegalEntity);
