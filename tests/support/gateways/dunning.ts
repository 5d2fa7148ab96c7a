import { and, asc, eq } from "drizzle-orm";
import { dunningCases, dunningSteps, invoices } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { advanceDunning, followAboveMandate, followFailure, tryNewMethod } from "@/lib/domain/dunning";
import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import { saveMethod } from "@/lib/domain/gateways/methods/save-method";
import { systemCaller } from "@/lib/kernel/caller";
import type { Clock } from "@/lib/kernel/clock";
import type { DeclineCode } from "@/lib/values/gateways";
import type { Policies } from "@/lib/values/policies";
import type { Gym } from "@/tests/support/gym/gym";
import { asJob } from "@/tests/support/jobs/as-job";
import { takeEvents } from "@/tests/support/jobs/schedules";
import type { ScriptedGateway } from "./scripted-gateway";

const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
export const dunningCaller = ({ organization }: Gym, clock: Clock) => systemCaller("Dunning", organization, clock);

/** The gym with other policies, as its next request reads them. */
export const withPolicies = (gym: Gym, policies: Partial<Policies>): Gym => {
  const organization = { ...gym.organization, policies: { ...gym.organization.policies, ...policies } };
  const people = Object.fromEntries(
    Object.entries(gym.people).map(([role, one]) => [role, { ...one, caller: { ...one.caller, organization } }]),
  ) as Gym["people"];
  return { ...gym, organization, people };
};

/** Every charge is refused with the code. */
export function refuse(gateway: ScriptedGateway, code: DeclineCode): void {
  gateway.outcome = () => ({
    ...{ status: "failed", charge_ref: null },
    decline: { code, vendor_code: code, message: "Scripted decline" },
  });
}

export function accept(gateway: ScriptedGateway): void {
  gateway.outcome = () => ({ status: "succeeded" });
}

/** What the events of the outbox start, until nothing more follows. */
export async function react(gym: Gym, clock: Clock): Promise<void> {
  const caller = dunningCaller(gym, clock);
  for (let events = await takeEvents(gym); events.length > 0; events = await takeEvents(gym)) {
    for (const { name, payload } of events) {
      if (name === "gateways/attempt.failed") await followFailure(caller, payload as never);
      if (name === "gateways/charge.above_mandate") await followAboveMandate(caller, payload as never);
      if (name === "gateways/method.saved") await tryNewMethod(caller, payload as never);
    }
  }
}

/** Charges invoices as the renewals do, with what it starts. */
export async function charge(gym: Gym, invoice_ids: string[], clock: Clock): Promise<void> {
  await chargeInvoices(dunningCaller(gym, clock), { invoice_ids, origin: "renewal" });
  await react(gym, clock);
}

/** A run of the schedule, with what it starts. */
export async function run(gym: Gym, clock: Clock) {
  const done = await advanceDunning(dunningCaller(gym, clock));
  await react(gym, clock);
  return done;
}

export const newCard = (
  gym: Gym,
  clock: Clock,
  {
    gateway_id,
    method_ref = "pm_2",
    member_id = gym.member_id,
  }: { gateway_id: string; method_ref?: string; member_id?: string },
) =>
  asJob(gym, clock, (ctx) =>
    saveMethod(ctx, {
      ...{ gateway_id, payer_member_id: member_id, payer_company_id: null },
      method: {
        ...{ customer_ref: "cus_1", method_ref, kind: "card", brand: "Visa", last4: "1881", expires_in: "2031-12" },
        ...{ fingerprint: null, mandate_max: null, is_usable: true },
      },
    }),
  );

/** "INV-00001 open next 2026-12-01T01:00Z schedule": each case of the gym, the oldest invoice first. */
export async function casesOf(gym: Gym): Promise<string[]> {
  const rows = await inTenant(inGym(gym), (db) =>
    db
      .select({ one: dunningCases, number: invoices.number })
      .from(dunningCases)
      .innerJoin(
        invoices,
        and(eq(invoices.organization_id, dunningCases.organization_id), eq(invoices.id, dunningCases.invoice_id)),
      )
      .where(eq(dunningCases.organization_id, gym.organization_id))
      .orderBy(asc(invoices.number), asc(dunningCases.created_at)),
  );
  return rows.map(({ one, number }) => {
    const { status, tries, next_try_at, next_try_source, stop_reason, end_reason, in_line_since } = one;
    const next = next_try_at ? `next ${next_try_at.slice(0, 16)}Z ${next_try_source}` : in_line_since ? "in line" : "";
    return [`${number} ${status}`, `${tries} tries`, stop_reason ?? end_reason ?? next].filter(Boolean).join(", ");
  });
}

export const caseIdOf = async (gym: Gym, invoice_id: string): Promise<string> => {
  const [row] = await inTenant(inGym(gym), (db) =>
    db
      .select({ id: dunningCases.id })
      .from(dunningCases)
      .where(and(eq(dunningCases.organization_id, gym.organization_id), eq(dunningCases.invoice_id, invoice_id))),
  );
  if (!row) throw new Error("There is no case of the invoice");
  return row.id;
};

/** The kinds of the steps of all cases, in their order. */
export const stepsOf = async (gym: Gym): Promise<string[]> => {
  const rows = await inTenant(inGym(gym), (db) =>
    db
      .select({ kind: dunningSteps.kind, code: dunningSteps.decline_code, counts: dunningSteps.counts })
      .from(dunningSteps)
      .where(eq(dunningSteps.organization_id, gym.organization_id))
      .orderBy(asc(dunningSteps.at), asc(dunningSteps.id)),
  );
  return rows.map(({ kind, code, counts }) =>
    [kind, code, counts === false ? "extra" : null].filter(Boolean).join(" "),
  );
};
