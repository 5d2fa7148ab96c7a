import { and, desc, eq, gt } from "drizzle-orm";
import { paymentAttempts } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/dunning/dunning";
import { type BegunCharge, beginStaffCharge, settleBegun } from "@/lib/domain/gateways/attempts";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { policiesOf } from "@/lib/values/policies";
import { findCase, toResponse, tryRefusal, wordsOf } from "./board/response";
import type { BoardCtx, StoredCase } from "./board/select";
import { saidWords } from "./board/sentences";
import { invoiceOfCase } from "./cases";
import { follow } from "./follow";

/** A repeated click does not try the card again. */
const pauseMinutes = 2;

/** K5: staff try the card now. The answer says what became of it, and whether the schedule changed. */
export const tryDunning = operation(
  contracts.tryDunning,
  async (ctx: Ctx<BegunCharge>, { id }) => {
    const attempt = await settleBegun(ctx, ctx.prepared);
    const { id: attempt_id, invoice_id, origin, status, decline_code } = attempt;
    if (status === "failed" && decline_code) await follow(ctx, { attempt_id, invoice_id, origin, decline_code });
    ctx.audit({ target_type: "dunning_case", target_id: id, after: { attempt_id, status, decline_code } });
    const after = await findCase(ctx, id);
    const is_paid = status === "succeeded";
    return { is_paid, sentence: sentenceOf(ctx, attempt, after), case: toResponse(ctx, after) };
  },
  { prepare: begin },
);

/** A refusal is returned and not thrown, so that a repeated request gets the stored answer of the first one. */
async function begin(caller: Caller, { id }: { id: string }): Promise<BegunCharge> {
  const { organization } = caller;
  if (!organization) return notFound();
  const organization_id = organization.id;
  const found = await inTenant({ organization_id, user_id: userIdOf(caller) }, async (db) => {
    const ctx: BoardCtx = { db, organization, organization_id, caller, now: caller.clock.now() };
    const invoice_id = await invoiceOfCase(ctx, id);
    const refusal = tryRefusal(await findCase(ctx, id)) ?? (await triedJustNow(ctx, invoice_id));
    return refusal ? new Problem("conflict", refusal) : { invoice_id };
  }).catch((error: unknown) => (error instanceof Problem ? error : Promise.reject(error)));
  return found instanceof Problem ? found : beginStaffCharge(caller, { id: found.invoice_id });
}

async function triedJustNow({ db, organization_id, now }: BoardCtx, invoice_id: string): Promise<string | null> {
  const rows = await db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.organization_id, organization_id),
        eq(paymentAttempts.invoice_id, invoice_id),
        eq(paymentAttempts.origin, "staff"),
        gt(paymentAttempts.created_at, now.subtract({ minutes: pauseMinutes }).toString()),
      ),
    )
    .orderBy(desc(paymentAttempts.created_at))
    .limit(1);
  return rows.length > 0 ? `It was tried a moment ago. Wait ${pauseMinutes} minutes before the next try.` : null;
}

type Attempt = Pick<typeof paymentAttempts.$inferSelect, "status" | "decline_code" | "failure">;

function sentenceOf(ctx: BoardCtx, { status, decline_code, failure }: Attempt, after: StoredCase): string {
  if (status === "succeeded") return "It is paid. There is nothing left to try.";
  if (status === "failed") {
    const said = `The bank said ${saidWords(decline_code ?? "generic_decline")}.`;
    if (after.status === "stopped") return `${said} There are no more tries.`;
    if (after.status === "paused") return `${said} It stays paused.`;
    const when = after.next_try_at ? wordsOf(ctx, after).when(after.next_try_at) : null;
    if (!when) return said;
    return policiesOf(ctx.organization).dunning_manual_try === "counts"
      ? `${said} It took the place of a try of the schedule: the next one is ${when}.`
      : `${said} The schedule did not change: next try ${when}.`;
  }
  if (status === "canceled") return `It was not tried. ${failure ?? ""}`.trim();
  return "The bank has not answered yet.";
}
