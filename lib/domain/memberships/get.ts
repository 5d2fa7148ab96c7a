import * as contracts from "@/lib/contracts/memberships/memberships";
import { operation } from "@/lib/kernel/operation";
import { getMembershipRow, shown } from "./find";

export const getMembership = operation(contracts.getMembership, async (ctx, { id }) =>
  shown(await getMembershipRow(ctx, id)),
);
