import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberInvitations, outboxEvents } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/imports/imports";
import {
  memberInvitationsRequested,
  readMemberInvitation,
  sendInvitationBatch,
} from "@/lib/domain/identity/member-invitations";
import { undoImport } from "@/lib/domain/imports";
import { systemCaller } from "@/lib/kernel/caller";
import type { EventPayload } from "@/lib/kernel/events";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { checked, csv, settled, uploadCsv } from "@/tests/support/gym/imports";
import { memberEmail } from "@/tests/support/gym/member-invitations";
import { mailsTo, tokenIn, visitor } from "@/tests/support/gym/people";
import { call } from "@/tests/support/http/api";

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });

/** As the reaction does it, for every event that the import left behind. */
async function sendInvitations({ organization, organization_id }: Gym): Promise<number> {
  const events = await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select()
      .from(outboxEvents)
      .where(
        and(eq(outboxEvents.organization_id, organization_id), eq(outboxEvents.name, memberInvitationsRequested.name)),
      ),
  );
  for (const { payload } of events) {
    const { batch_id } = payload as EventPayload<typeof memberInvitationsRequested>;
    await sendInvitationBatch(systemCaller("Invitations", organization), { batch_id });
  }
  return events.length;
}

const invited = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db.$count(memberInvitations, eq(memberInvitations.organization_id, organization_id)),
  );

async function imported(gym: Gym, email: string, send_invitations: boolean): Promise<string> {
  const { id } = await uploadCsv(gym, csv("First name,Last name,Email", `Ada,Ash,${email}`, "Bo,Birch,"));
  await checked(gym, id);
  await call(contracts.runImport, { id, send_invitations }, owner(gym));
  expect((await settled(gym, id)).status).toBe("done");
  return id;
}

test("J14 an import sends no invitation unless it was ticked", async () => {
  const gym = await newGym();
  await imported(gym, memberEmail(), false);
  expect([await sendInvitations(gym), await invited(gym)]).toEqual([0, 0]);
});

test("J14 an import invites its members once it has finished, and its undo ends their invitations", async () => {
  const gym = await newGym();
  const email = memberEmail();
  const id = await imported(gym, email, true);
  expect([await sendInvitations(gym), await invited(gym)]).toEqual([1, 1]);
  const token = tokenIn((await mailsTo(email))[0]);
  expect((await readMemberInvitation(visitor(), { token })).first_name).toBe("Ada");
  await undoImport(gym.people.gym_owner.caller, { id });
  await expect(readMemberInvitation(visitor(), { token })).rejects.toMatchObject({ code: "link_invalid" });
  expect([await sendInvitations(gym), await invited(gym)]).toEqual([1, 0]);
});
