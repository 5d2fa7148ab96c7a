import { decideEntry } from "@/lib/domain/access/entry-rules/decide";
import type { EntryDecision } from "@/lib/domain/access/entry-rules/decision";
import type { Ctx } from "@/lib/kernel/operation";
import { credentialOf } from "./credential";
import { sceneOf } from "./scene";

/** What the door would say to a member at a location now; nothing is written, whoever asks. */
export async function entryOutlook(ctx: Ctx<unknown>, member_id: string, location_id: string): Promise<EntryDecision> {
  const everywhere = { ...ctx, caller: { ...ctx.caller, location_ids: null } };
  const credential = credentialOf({ member_id }, ctx.organization_id, ctx.now);
  const { facts } = await sceneOf(everywhere, { credential, method: undefined, location_id }, ctx.now);
  return decideEntry(facts);
}
