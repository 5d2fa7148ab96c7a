import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { memberMedical } from "@/db/schema";
import * as contracts from "@/lib/contracts/members/member-medical";
import { lockMemberRow, type Member, refuseArchived } from "@/lib/domain/members/find";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { userIdOf } from "@/lib/kernel/caller";
import { seal, unseal } from "@/lib/kernel/cipher";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import { healthFlagOn } from "./health-flag";

const answersShape = contracts.putMedical.input.omit({ id: true, cleared_on: true }).required();
type Answers = z.output<typeof answersShape>;
type Row = typeof memberMedical.$inferSelect;

const unanswered: Answers = {
  conditions: null,
  medications: null,
  allergies: null,
  injuries: null,
  instructions: null,
  readiness: null,
};

export const getMedical = operation(contracts.getMedical, async (ctx, { id }) => {
  const member = await lockMemberRow(ctx, id);
  const row = await findRow(ctx, id);
  ctx.audit({ target_type: "member", target_id: id });
  return toResponse(row, row ? read(id, row) : unanswered, await todayOf(ctx, member));
});

export const putMedical = operation(contracts.putMedical, async (ctx, { id, cleared_on, ...given }) => {
  const member = await lockMemberRow(ctx, id);
  refuseArchived(member);
  const row = await findRow(ctx, id);
  const before = row ? read(id, row) : unanswered;
  const after: Answers = { ...unanswered, ...given };
  const today = await todayOf(ctx, member);
  const is_new_screening = after.readiness !== null && !isSame(after.readiness, before.readiness);
  const stored = {
    organization_id: ctx.organization_id,
    member_id: id,
    ciphertext: seal(id, after),
    screened_on: after.readiness === null ? null : is_new_screening ? today : (row?.screened_on ?? today),
    needs_clearance: Object.values(after.readiness ?? {}).some(Boolean),
    cleared_on: cleared_on ?? null,
    updated_by: userIdOf(ctx.caller),
    updated_at: ctx.now.toString(),
  };
  await ctx.db
    .insert(memberMedical)
    .values(stored)
    .onConflictDoUpdate({ target: [memberMedical.organization_id, memberMedical.member_id], set: stored });
  const fields = (Object.keys(after) as (keyof Answers)[]).filter((name) => !isSame(after[name], before[name]));
  ctx.audit({ target_type: "member", target_id: id, after: { fields, cleared_on: stored.cleared_on } });
  return toResponse(stored, after, today);
});

async function findRow({ db, organization_id }: Ctx, id: string): Promise<Row | undefined> {
  const [row] = await db
    .select()
    .from(memberMedical)
    .where(and(eq(memberMedical.organization_id, organization_id), eq(memberMedical.member_id, id)));
  return row;
}

const read = (id: string, { ciphertext }: Row): Answers => answersShape.parse(unseal(id, ciphertext));
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

async function todayOf(ctx: Ctx, { home_location_id }: Member): Promise<string> {
  const { time_zone } = await getLocationRow(ctx, home_location_id);
  return dayAt(ctx.now.toString(), time_zone);
}

function toResponse(
  row: Pick<Row, "screened_on" | "needs_clearance" | "cleared_on" | "updated_at"> | undefined,
  answers: Answers,
  today: string,
) {
  const { screened_on = null, cleared_on = null, needs_clearance = false, updated_at = null } = row ?? {};
  return {
    ...answers,
    screened_on,
    cleared_on,
    health_flag: healthFlagOn({ screened_on, cleared_on, needs_clearance }, today),
    updated_at,
  };
}
