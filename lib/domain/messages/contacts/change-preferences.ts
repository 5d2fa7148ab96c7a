import { and, eq, sql } from "drizzle-orm";
import { members, messagePreferences } from "@/db/schema";
import type { Member } from "@/lib/domain/members";
import { userIdOf } from "@/lib/kernel/caller";
import type { ClockCtx, ReadCtx, TenantCtx } from "@/lib/kernel/operation";
import { type Channel, channels } from "@/lib/values/delivery";
import type { Language } from "@/lib/values/notifications";
import type { Preference } from "./contact";

type PreferenceInput = Pick<Preference, "channel" | "category" | "is_allowed">;
export type Changes = { preferred_channel?: Channel | null; language?: Language | null; choices?: PreferenceInput[] };

/**
 * Stores preferences and updates the general consent accordingly. The caller has locked the member's row. Returns the member's
 * new version.
 */
export async function changePreferences(
  ctx: ReadCtx & ClockCtx,
  member: Member,
  { choices = [], ...settings }: Changes,
  source: Preference["source"],
): Promise<number> {
  const { db, organization_id } = ctx;
  const consents = member.marketing_consent_at === null && choices.some(allowsMarketing);
  await writeChoices(ctx, member.id, consents ? [...choices, ...optOutElsewhere(choices)] : choices, source);
  const withdraws = !consents && choices.some(refusesMarketing) && (await isOptedOutEverywhere(ctx, member.id));
  const [row] = await db
    .update(members)
    .set({
      ...settings,
      ...(consents && { marketing_consent_at: ctx.now.toString(), marketing_consent_source: source }),
      ...(withdraws && { marketing_consent_at: null, marketing_consent_source: null }),
      version: sql`${members.version} + 1`,
      updated_at: ctx.now.toString(),
    })
    .where(and(eq(members.organization_id, organization_id), eq(members.id, member.id)))
    .returning({ version: members.version });
  if (!row) throw new Error("The locked member row must exist");
  return row.version;
}

const allowsMarketing = ({ category, is_allowed }: PreferenceInput) => category === "marketing" && is_allowed;
const refusesMarketing = ({ category, is_allowed }: PreferenceInput) => category === "marketing" && !is_allowed;

/** Consent to e-mail is not consent to other channels. */
const optOutElsewhere = (choices: PreferenceInput[]): PreferenceInput[] =>
  channels
    .filter((channel) => !choices.some((choice) => choice.category === "marketing" && choice.channel === channel))
    .map((channel) => ({ channel, category: "marketing", is_allowed: false }));

/** An unchanged preference retains its date and source, which prove the consent. */
async function writeChoices(
  { db, organization_id, caller, now }: ReadCtx & ClockCtx,
  member_id: string,
  choices: PreferenceInput[],
  source: Preference["source"],
): Promise<void> {
  if (choices.length === 0) return;
  const stamp = {
    source,
    changed_by: userIdOf(caller),
    changed_at: now.toString(),
  };
  await db
    .insert(messagePreferences)
    .values(choices.map((choice) => ({ ...choice, ...stamp, organization_id, member_id })))
    .onConflictDoUpdate({
      target: [
        messagePreferences.organization_id,
        messagePreferences.member_id,
        messagePreferences.channel,
        messagePreferences.category,
      ],
      set: {
        ...stamp,
        is_allowed: sql`excluded.is_allowed`,
      },
      setWhere: sql`${messagePreferences.is_allowed} <> excluded.is_allowed`,
    });
}

async function isOptedOutEverywhere({ db, organization_id }: TenantCtx, member_id: string): Promise<boolean> {
  const closed = await db.$count(
    messagePreferences,
    and(
      eq(messagePreferences.organization_id, organization_id),
      eq(messagePreferences.member_id, member_id),
      eq(messagePreferences.category, "marketing"),
      eq(messagePreferences.is_allowed, false),
    ),
  );
  return closed === channels.length;
}
