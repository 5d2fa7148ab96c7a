import type { z } from "zod";
import { newId } from "@/db/id";
import { members } from "@/db/schema";
import * as contracts from "@/lib/contracts/members/members";
import { homeLocation } from "@/lib/domain/organization/locations";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import { columnsOf } from "./columns";
import { refuseTakenEmail } from "./email-conflict";
import { memberCreated } from "./events";
import { takeMemberCodes } from "./member-codes";
import { readMember } from "./read";

const emptyMember = {
  last_name: "",
  email: null,
  phone: null,
  marketing_consent_at: null,
  waiver_signed_at: null,
  guardian_signed_at: null,
};

type Created = z.output<typeof contracts.createMember.input>;

export const createMember = operation(contracts.createMember, async (ctx, input) => {
  const { id, member_code } = await addMember(ctx, input);
  ctx.audit({ target_type: "member", target_id: id, after: { member_code, ...input } });
  return readMember(ctx, id);
});

/** Adds a member within a transaction of the caller. */
export async function addMember(ctx: Ctx<unknown>, input: Created): Promise<{ id: string; member_code: string }> {
  const { db, organization_id, now } = ctx;
  if (input.email) await refuseTakenEmail(ctx, input.email);
  const home = await homeLocation(ctx, input.home_location_id);
  const [member_code = ""] = await takeMemberCodes(ctx, 1);
  const id = newId();
  const [row] = await db
    .insert(members)
    .values({
      first_name: input.first_name,
      ...columnsOf(input, { ...emptyMember, first_name: input.first_name, member_code }, now.toString()),
      id,
      organization_id,
      member_code,
      home_location_id: home.id,
      joined_on: input.joined_on ?? dayAt(now.toString(), home.time_zone),
      created_at: now.toString(),
      updated_at: now.toString(),
    })
    .onConflictDoNothing()
    .returning({ id: members.id });
  if (!row) {
    if (input.email) await refuseTakenEmail(ctx, input.email);
    throw new Problem("conflict", "Another member was added at the same time. Repeat the request.");
  }
  ctx.emit(memberCreated, { member_id: id });
  return { id, member_code };
}
