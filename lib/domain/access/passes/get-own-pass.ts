import * as contracts from "@/lib/contracts/access/passes";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { passesAhead } from "./passes-ahead";

export const getOwnPass = operation(contracts.getOwnPass, async ({ caller, organization_id, now }) => {
  const { member_id } = caller;
  if (!member_id) throw notFound();
  return { now: now.toString(), passes: passesAhead({ organization_id, member_id }, now) };
});
