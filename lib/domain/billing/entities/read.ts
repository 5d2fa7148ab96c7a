import { isNull } from "drizzle-orm";
import { legalEntities } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/legal-entities";
import { operation } from "@/lib/kernel/operation";
import { findEntities, getEntityRow } from "./find";

export const listLegalEntities = operation(contracts.listLegalEntities, async (ctx, { include_archived }) => ({
  data: await findEntities(ctx, include_archived ? undefined : isNull(legalEntities.archived_at)),
}));

export const getLegalEntity = operation(contracts.getLegalEntity, (ctx, { id }) => getEntityRow(ctx, id));
