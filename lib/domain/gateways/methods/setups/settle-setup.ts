import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { methodSetups, savedMethods } from "@/db/schema";
import type { setup as setupOut } from "@/lib/contracts/gateways/method-setups";
import { refuseGateway } from "@/lib/domain/gateways/connections/refuse";
import { getGateway } from "@/lib/domain/gateways/connections/stored";
import { saveMethod } from "@/lib/domain/gateways/methods/save-method";
import { shownAction } from "@/lib/domain/gateways/methods/shown-action";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { SetupState } from "@/lib/providers/payments";
import { savedMethodLabel } from "@/lib/values/saved-method-label";
import { isUuid } from "@/lib/values/uuid";
import type { SetupAnswer } from "./call-setup";
import { expiredSentence, type SetupRow, setupLasts } from "./reserve-setup";

/** How long the gateway is not asked again. */
const pause = { lost: { minutes: 2 }, open: { minutes: 30 }, mismatch: { hours: 6 } } as const;

/**
 * Stores what the gateway answered. An answer that was applied before changes nothing, so it does not matter whether the page, an event or
 * the sweep brings it first. A method that the payer saved after the setup had ended here is saved all the same.
 */
export async function settleSetup(ctx: Ctx<unknown>, { setup_id, result }: SetupAnswer): Promise<SetupRow> {
  const { db, organization_id, now } = ctx;
  const isRow = and(eq(methodSetups.organization_id, organization_id), eq(methodSetups.id, setup_id));
  const [row] = await db.select().from(methodSetups).where(isRow).for("update");
  if (!row) throw notFound();
  if (row.status === "succeeded") return row;
  const columns = await changeOf();
  if (!columns) return row;
  const [changed] = await db.update(methodSetups).set(columns).where(isRow).returning();
  return changed ?? row;

  async function changeOf(): Promise<Partial<SetupRow> | null> {
    if (result.outcome === "answered" && result.value) return ofState(result.value);
    if (row?.ended_at) return null;
    switch (result.outcome) {
      case "answered":
        return ended("canceled", expiredSentence);
      case "refused":
        return ended("failed", result.message);
      case "misconfigured":
        await refuseGateway(ctx, await getGateway(ctx, row?.gateway_id ?? ""), result.message);
        return ended("canceled", result.message);
      default:
        return { failure: result.message, check_at: now.add(pause.lost).toString() };
    }
  }

  async function ofState(state: SetupState): Promise<Partial<SetupRow> | null> {
    const { id, gateway_id, payer_member_id, payer_company_id, setup_ref, ended_at, created_at } = row as SetupRow;
    if ((state.setup_id !== null && state.setup_id !== id) || (setup_ref !== null && setup_ref !== state.ref))
      return ended_at
        ? null
        : { failure: "The gateway tells of another setup.", check_at: now.add(pause.mismatch).toString() };
    if (state.status === "succeeded" && state.method) {
      const owner = { gateway_id, payer_member_id, payer_company_id };
      const saved_method_id = await saveMethod(ctx, { ...owner, method: state.method });
      return { ...ended("succeeded", null), setup_ref: state.ref, saved_method_id };
    }
    if (ended_at) return null;
    const failure = state.decline?.message ?? null;
    if (state.status === "failed" || state.status === "canceled")
      return { ...ended(state.status, failure), setup_ref: state.ref };
    const is_old = Temporal.Instant.compare(now, Temporal.Instant.from(created_at).add(setupLasts)) > 0;
    if (is_old) return { ...ended("canceled", expiredSentence), setup_ref: state.ref };
    const status = state.status === "requires_action" ? "requires_action" : "processing";
    return { status, failure, setup_ref: state.ref, check_at: now.add(pause.open).toString() };
  }

  function ended(status: "succeeded" | "failed" | "canceled", failure: string | null) {
    return { status, failure, ended_at: now.toString(), check_at: null };
  }
}

/** By the gateway's id, or by ours that the gateway gives back. Null: it was not begun here. */
export async function findSetupOf(
  { db, organization_id }: Ctx<unknown>,
  gateway_id: string,
  { ref, setup_id }: SetupState,
): Promise<string | null> {
  const [row] = await db
    .select({ id: methodSetups.id })
    .from(methodSetups)
    .where(
      and(
        eq(methodSetups.organization_id, organization_id),
        eq(methodSetups.gateway_id, gateway_id),
        setup_id && isUuid(setup_id) ? eq(methodSetups.id, setup_id) : eq(methodSetups.setup_ref, ref),
      ),
    );
  return row?.id ?? null;
}

/** What the page goes on with. */
export async function describeSetup(
  { db, organization_id }: Ctx<unknown>,
  { id, status, saved_method_id }: SetupRow,
  answer: SetupAnswer | null,
): Promise<z.input<typeof setupOut>> {
  const state = answer?.result.outcome === "answered" ? answer.result.value : null;
  const is_open = status === "requires_action";
  const { code, message } = (is_open && state?.decline) || {};
  const [method] = saved_method_id
    ? await db
        .select()
        .from(savedMethods)
        .where(and(eq(savedMethods.organization_id, organization_id), eq(savedMethods.id, saved_method_id)))
    : [];
  return {
    ...{ id, status, action: is_open ? shownAction(state?.action ?? null) : null },
    decline: code && message ? { code, message } : null,
    method_label: method ? savedMethodLabel(method) : null,
  };
}
