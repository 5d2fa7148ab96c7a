import * as contracts from "@/lib/contracts/memberships/memberships";
import { operation } from "@/lib/kernel/operation";
import { getMembershipRow, toResponse } from "./find";

export const getMembership = operation(contracts.getMembership, async (ctx, { id }) =>
  toResponse(await getMembershipRow(ctx, id)),
);
