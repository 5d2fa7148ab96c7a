import { decideEntry } from "@/lib/domain/access/entry-rules/decide";
import type { EntryDecision } from "@/lib/domain/access/entry-rules/decision";
import type { Ctx } from "@/lib/kernel/operation";
import { credentialOf } from "./credential";
import { loadEntryContext } from "./entry-context";

/** The entry decision for a member at a location now. Writes nothing, and ignores the caller's locations. */
export async function previewEntry(ctx: Ctx<unknown>, member_id: string, location_id: string): Promise<EntryDecision> {
  const unbound = { ...ctx, caller: { ...ctx.caller, location_ids: null } };
  const credential = credentialOf({ member_id }, ctx.organization_id, ctx.now);
  const { facts } = await loadEntryContext(unbound, { credential, method: undefined, location_id }, ctx.now);
  return decideEntry(facts);
}
