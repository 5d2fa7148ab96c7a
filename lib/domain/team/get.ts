import * as contracts from "@/lib/contracts/team/staff";
import { operation } from "@/lib/kernel/operation";
import { getStaffRow } from "./find";

export const getStaffMember = operation(contracts.getStaffMember, (ctx, { id }) => getStaffRow(ctx, id));
