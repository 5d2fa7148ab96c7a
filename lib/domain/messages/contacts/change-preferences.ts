import { and, eq, sql } from "drizzle-orm";
import { members, messagePreferences } from "@/db/schema";
import type { Member } from "@/lib/domain/members";
import type { Ctx } from "@/lib/kernel/operation";
import { type Channel, channels } from "@/lib/values/delivery";
import type { Language } from "@/lib/values/notifications";
import type { Choice } from "./contact";

type Wanted = Pick<Choice, "channel" | "category" | "is_allowed">;
export type Changes = { preferred_channel?: Channel | null; language?: Language | null; choices?: Wanted[] };

/**
 * Writes a person's choices and keeps the general consent in step with them; the member's row is locked by the caller.
 * Answers the member's new version.
 */
export async function changePreferences(
  ctx: Pick<Ctx<unknown>, "db" | "organization_id" | "caller" | "now">,
  member: Member,
  { choices = [], ...plain }: Changes,
  source: Choice["source"],
): Promise<number> {
  const { db, organization_id } = ctx;
  const consents = member.marketing_consent_at === null && choices.some(allowsMarketing);
  await writeChoices(ctx, member.id, consents ? [...choices, ...elsewhereNo(choices)] : choices, source);
  const is_silent = !consents && choices.some(refusesMarketing) && (await isClosedEverywhere(ctx, member.id));
  const [row] = await db
    .update(members)
    .set({
      ...plain,
      ...(consents && { marketing_consent_at: ctx.now.toString(), marketing_consent_source: source }),
      ...(is_silent && { marketing_consent_at: null, marketing_consent_source: null }),
      version: sql`${members.version} + 1`,
      updated_at: ctx.now.toString(),
    })
    .where(and(eq(members.organization_id, organization_id), eq(members.id, member.id)))
    .returning({ version: members.version });
  if (!row) throw new Error("A locked member's row is there");
  return row.version;
}

const allowsMarketing = ({ category, is_allowed }: Wanted) => category === "marketing" && is_allowed;
const refusesMarketing = ({ category, is_allowed }: Wanted) => category === "marketing" && !is_allowed;

/** A yes to e-mail is no yes to text messages. */
const elsewhereNo = (choices: Wanted[]): Wanted[] =>
  channels
    .filter((channel) => !choices.some((choice) => choice.category === "marketing" && choice.channel === channel))
    .map((channel) => ({ channel, category: "marketing", is_allowed: false }));

/** An answer that stays the same keeps its day and source: those prove the consent. */
async function writeChoices(
  { db, organization_id, caller, now }: Pick<Ctx<unknown>, "db" | "organization_id" | "caller" | "now">,
  member_id: string,
  choices: Wanted[],
  source: Choice["source"],
): Promise<void> {
  if (choices.length === 0) return;
  const stamp = {
    source,
    changed_by: caller.actor.type === "user" ? caller.actor.id : null,
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

async function isClosedEverywhere(
  { db, organization_id }: Pick<Ctx<unknown>, "db" | "organization_id">,
  member_id: string,
): Promise<boolean> {
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
