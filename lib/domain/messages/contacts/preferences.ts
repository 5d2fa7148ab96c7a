import * as contracts from "@/lib/contracts/messages/notification-preferences";
import { getMemberRow, lockMemberRow } from "@/lib/domain/members";
import { memberUpdated } from "@/lib/domain/members/events";
import { changes as changedFields } from "@/lib/kernel/audit";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { type Changes, changePreferences } from "./change-preferences";
import { readPreferences } from "./preferences-view";

export const getPreferences = operation(contracts.getPreferences, async (ctx, { id }) => {
  const { version } = await getMemberRow(ctx, id);
  return readPreferences(ctx, id, version);
});

export const updatePreferences = operation(contracts.updatePreferences, (ctx, { id, ...changes }) =>
  change(ctx, id, changes, "staff"),
);

export const getOwnPreferences = operation(contracts.getOwnPreferences, async (ctx) => {
  const { id, version } = await getMemberRow(atAllLocations(ctx), ownId(ctx));
  return readPreferences(ctx, id, version);
});

export const updateOwnPreferences = operation(contracts.updateOwnPreferences, (ctx, changes) =>
  change(atAllLocations(ctx), ownId(ctx), changes, "member"),
);

async function change(ctx: Ctx<unknown>, id: string, changes: Changes, source: "staff" | "member") {
  const member = await lockMemberRow(ctx, id);
  ctx.expectVersion(member.version);
  const before = await readPreferences(ctx, id, member.version);
  const after = await readPreferences(ctx, id, await changePreferences(ctx, member, changes, source));
  ctx.audit({ target_type: "member", target_id: id, ...difference(before, after) });
  ctx.emit(memberUpdated, { member_id: id });
  return after;
}

/** Changed fields only. Preferences are named like `email_marketing`. */
type View = Awaited<ReturnType<typeof readPreferences>>;

function difference(before: View, after: View) {
  const flat = ({ preferred_channel, language, choices }: View): Record<string, unknown> => ({
    preferred_channel,
    language,
    ...Object.fromEntries(choices.map((one) => [`${one.channel}_${one.category}`, one.is_allowed])),
  });
  return changedFields(flat(before), flat(after));
}

/** Members may access their own record at any location. */
const atAllLocations = (ctx: Ctx<unknown>): Ctx<unknown> => ({ ...ctx, caller: { ...ctx.caller, location_ids: null } });

function ownId({ caller }: Ctx<unknown>): string {
  if (!caller.member_id) throw notFound();
  return caller.member_id;
}
