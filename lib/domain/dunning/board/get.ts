import { and, asc, eq, inArray } from "drizzle-orm";
import { dunningSteps, users } from "@/db/schema";
import * as contracts from "@/lib/contracts/dunning/dunning";
import { operation } from "@/lib/kernel/operation";
import { policiesOf } from "@/lib/values/policies";
import { findCase, toResponse, wordsOf } from "./response";
import { nextOf } from "./sentences";
import { stepSentence } from "./step-sentences";

/** A case with its time line. */
export const getDunning = operation(contracts.getDunning, async (ctx, { id }) => {
  const { db, organization_id } = ctx;
  const row = await findCase(ctx, id);
  const rows = await db
    .select()
    .from(dunningSteps)
    .where(and(eq(dunningSteps.organization_id, organization_id), eq(dunningSteps.case_id, id)))
    .orderBy(asc(dunningSteps.at), asc(dunningSteps.id));
  const authors = rows.flatMap(({ created_by }) => created_by ?? []);
  const names =
    authors.length === 0
      ? []
      : await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, authors));
  const nameOf = new Map(names.map((user) => [user.id, user.name]));
  const words = wordsOf(ctx, row);
  const steps: { at: string; kind: (typeof rows)[number]["kind"] | "ended"; sentence: string }[] = rows.map((step) => ({
    ...{ at: step.at, kind: step.kind },
    sentence: stepSentence(step, step.created_by ? (nameOf.get(step.created_by) ?? null) : null, words),
  }));
  if (row.ended_at)
    steps.push({
      at: row.ended_at,
      kind: "ended",
      sentence: nextOf(row, policiesOf(ctx.organization), words).sentence,
    });
  return { ...toResponse(ctx, row), steps };
});
