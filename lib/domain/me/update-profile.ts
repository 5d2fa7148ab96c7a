import * as contracts from "@/lib/contracts/me/me";
import { changeOwnRecord } from "@/lib/domain/members";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { readProfile } from "./read-profile";

export const updateOwnProfile = operation(contracts.updateOwnProfile, async (ctx, input) => {
  const { member_id } = ctx.caller;
  if (!member_id) throw notFound();
  await changeOwnRecord(ctx, member_id, input);
  return readProfile(ctx);
});
