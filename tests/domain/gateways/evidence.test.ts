import { expect, test } from "vitest";
import { sweepDisputes } from "@/lib/domain/gateways/disputes";
import { getEvidence, submitEvidence } from "@/lib/domain/gateways/evidence";
import { systemCaller } from "@/lib/kernel/caller";
import { collectedByCard, disputeRows, heard } from "@/tests/support/gateways/disputed";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { code, many, owner } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const summary = "The member was here every week.";

async function disputed(gym: Gym) {
  const collected = await collectedByCard(gym);
  await heard(gym, collected);
  const [row] = await disputeRows(gym);
  return { ...collected, id: row?.id ?? "" };
}

test("K17 evidence is sent once, with the summary and one PDF, however often it is asked for", async () => {
  const gym = await newGym();
  const { gateway, id } = await disputed(gym);
  const codes = await Promise.all(many(32).map(() => code(submitEvidence(owner(gym), { id, summary }))));
  expect(codes.filter((one) => one === "done")).toHaveLength(1);
  expect(gateway.evidence).toMatchObject([
    {
      ...{ ref: "dp_1", key: `evidence-${id}-1`, summary, product_description: "Personal training" },
      pack: { file_name: "evidence-dp-1.pdf" },
    },
  ]);
  expect(gateway.evidence[0]?.pack.pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await disputeRows(gym)).toMatchObject([
    { status: "under_review", evidence_summary: summary, evidence_sent_by: gym.people.gym_owner.user_id },
  ]);
  await expect(submitEvidence(owner(gym), { id, summary })).rejects.toMatchObject({
    ...{ code: "conflict", message: "The evidence was sent already. A bank accepts it once." },
  });
});

test("K17 evidence whose answer was lost is asked for, and not sent twice", async () => {
  const gym = await newGym();
  const { gateway, id } = await disputed(gym);
  gateway.faults = ["times_out_after"];
  expect(await code(submitEvidence(owner(gym), { id, summary }))).toBe("outcome_unknown");
  expect(await code(submitEvidence(owner(gym), { id, summary }))).toBe("conflict");
  await sweepDisputes(systemCaller("Gateways", gym.organization, new HandClock("2100-01-01T08:00:00Z")));
  expect(await disputeRows(gym)).toMatchObject([{ status: "under_review", evidence_summary: summary }]);
  expect((await disputeRows(gym))[0]?.evidence_sent_at).not.toBeNull();
  expect(gateway.evidence).toHaveLength(1);
});

test("K17 evidence that never arrived is sent by the next request", async () => {
  const clock = new HandClock("2100-01-01T08:00:00Z");
  const gym = await newGym({ clock });
  const { gateway, id } = await disputed(gym);
  const caller = { ...owner(gym), clock };
  gateway.faults = ["times_out_before"];
  expect(await code(submitEvidence(caller, { id, summary }))).toBe("outcome_unknown");
  clock.advance({ minutes: 3 });
  expect(await code(submitEvidence(caller, { id, summary }))).toBe("done");
  expect(gateway.evidence.map(({ key }) => key)).toEqual([`evidence-${id}-2`]);
});

test("K17 what the gateway refuses is told, and a decided dispute takes no evidence", async () => {
  const gym = await newGym();
  const { gateway, id, ...collected } = await disputed(gym);
  const known = gateway.disputes.get("dp_1");
  if (known) gateway.disputes.set("dp_1", { ...known, status: "lost" });
  await expect(submitEvidence(owner(gym), { id, summary })).rejects.toMatchObject({
    message: "The gateway did not take the evidence: Scripted: this dispute takes no evidence",
  });
  expect(await disputeRows(gym)).toMatchObject([{ evidence_failure: "Scripted: this dispute takes no evidence" }]);
  await heard(gym, { gateway, ...collected }, { status: "lost", evidence_due_at: null });
  await expect(submitEvidence(owner(gym), { id, summary })).rejects.toMatchObject({
    message: "The bank has decided this dispute. It takes no more evidence.",
  });
});

test("K17 staff preview the same PDF, and other roles and gyms get none", async () => {
  const [gym, other] = [await newGym(), await newGym()];
  const { id } = await disputed(gym);
  const pdf = async () => {
    const answer = (await getEvidence(owner(gym), { id, summary })).toResponse({});
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    return Buffer.from(await answer.arrayBuffer());
  };
  expect((await pdf()).equals(await pdf())).toBe(true);
  expect(await code(getEvidence(gym.people.receptionist.caller, { id }))).toBe("forbidden");
  expect(await code(getEvidence(owner(other), { id }))).toBe("not_found");
  expect(await code(submitEvidence(owner(other), { id, summary }))).toBe("not_found");
});
