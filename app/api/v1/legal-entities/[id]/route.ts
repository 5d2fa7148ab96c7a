import { archiveLegalEntity, getLegalEntity, updateLegalEntity } from "@/lib/domain/billing/entities";
import { route } from "@/lib/kernel/route";

export const GET = route(getLegalEntity);
export const PATCH = route(updateLegalEntity);
export const DELETE = route(archiveLegalEntity);
