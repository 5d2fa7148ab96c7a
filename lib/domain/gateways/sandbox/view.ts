import type { z } from "zod";
import type { sandboxObjects } from "@/db/schema";
import type { sandboxObject } from "@/lib/contracts/gateways/sandbox";
import { type AnySandboxObject, actionsFor, type SandboxData } from "@/lib/providers/payments/sandbox";
import { type SandboxListedKind, sandboxListedKinds } from "@/lib/values/sandbox/behaviour";
import { writtenDay } from "@/lib/values/written-day";
import { objectOf } from "./store";

type Listed = Extract<AnySandboxObject, { kind: SandboxListedKind }>;
type View = z.input<typeof sandboxObject>;
type Shown = Pick<View, "status" | "amount_minor" | "currency" | "label" | "decline_code">;

/** An object as the page of the sandbox shows it. */
export function viewOf(row: typeof sandboxObjects.$inferSelect): View {
  const object = objectOf(row) as Listed;
  return {
    id: row.id,
    kind: object.kind,
    ref: object.ref,
    parent_ref: object.parent_ref,
    ...shown(object),
    due_at: object.due_at,
    actions: actionsFor(object),
    created_at: object.created_at,
  };
}

export const isListed = (kind: string): kind is SandboxListedKind =>
  (sandboxListedKinds as readonly string[]).includes(kind);

function shown(object: Listed): Shown {
  if (object.kind === "method") {
    const { brand, last4, kind, is_usable, mandate_max } = object.data;
    return {
      status: is_usable ? "usable" : "removed",
      amount_minor: mandate_max?.amount_minor ?? null,
      currency: mandate_max?.currency ?? null,
      label: [brand ?? kind, last4 ? `ending ${last4}` : ""].filter(Boolean).join(" "),
      decline_code: null,
    };
  }
  const { status, amount_minor, currency } = object.data;
  const decline_code = object.kind === "payment" ? (object.data.decline?.code ?? null) : null;
  return { status, amount_minor, currency, label: labelOf(object), decline_code };
}

function labelOf(object: Exclude<Listed, { kind: "method" }>): string {
  if (object.kind === "payment") return object.data.description;
  if (object.kind === "dispute") return object.data.reason;
  if (object.kind === "subscription") return subscriptionLabel(object.data);
  if (object.kind === "subscription_bill")
    return object.data.failure ?? `Period from ${writtenDay(object.data.period_starts_at.slice(0, 10))}`;
  if (object.kind === "payout") return `Arrives on ${writtenDay(object.data.arrives_on)}`;
  return object.data.failure ?? `Of ${object.data.charge_ref}`;
}

const subscriptionLabel = ({ name, is_ending, declines_next }: SandboxData["subscription"]): string =>
  [name, is_ending ? "ends with its period" : "", declines_next ? "the next bill is declined" : ""]
    .filter(Boolean)
    .join(", ");
