import * as contracts from "@/lib/contracts/members/members";
import { operation } from "@/lib/kernel/operation";
import { readMember } from "./read";

export const getMember = operation(contracts.getMember, (ctx, { id }) => readMember(ctx, id));
