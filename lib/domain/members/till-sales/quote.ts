import * as contracts from "@/lib/contracts/members/till-sales";
import { getMemberRow, refuseArchived } from "@/lib/domain/members/find";
import { quoteItems } from "@/lib/domain/memberships/at-till";
import { operation } from "@/lib/kernel/operation";

export const quoteTillSale = operation(contracts.quoteTillSale, async (ctx, { member_id, walk_in, ...items }) => {
  const member = member_id ? await getMemberRow(ctx, member_id) : null;
  if (member) refuseArchived(member);
  return quoteItems(ctx, member?.id ?? null, member?.first_name ?? walk_in?.first_name ?? "", items);
});
