import * as contracts from "@/lib/contracts/organization/organizations";
import { operation } from "@/lib/kernel/operation";
import { getOrganizationRow, withPolicies } from "./find";

export const getOrganization = operation(contracts.getOrganization, async (ctx, { id }) =>
  withPolicies(await getOrganizationRow(ctx, id)),
);
