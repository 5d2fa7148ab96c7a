import type { GatewayResult, SubscriptionBill, SubscriptionGateway, SubscriptionState } from "@/lib/providers/payments";

/** By the refs of the subscriptions. */
export type ScriptedSubscriptions = Map<
  string,
  { state: SubscriptionState; bills: SubscriptionBill[] /** What was asked of it, in order. */; calls: string[] }
>;

/** A vendor that cannot move its bills, and gives the state that a test has written. */
export function scriptedSubscriptions(all: ScriptedSubscriptions): SubscriptionGateway {
  function change(ref: string, call: string, fields: Partial<SubscriptionState>): GatewayResult<SubscriptionState> {
    const one = all.get(ref);
    if (!one) return { outcome: "refused", message: "Scripted: no such subscription" };
    one.state = { ...one.state, ...fields };
    one.calls.push(call);
    return { outcome: "answered", value: one.state };
  }
  return {
    ...{ moves_bills: false, takes_saved_methods: true },
    create: async ({ subscription_id, amount_minor, currency, starts_at }) => {
      const ref = `sub_${subscription_id}`;
      const state: SubscriptionState = {
        ...{ ref, subscription_id, status: "active", amount_minor, currency, period_ends_at: starts_at },
        ...{ is_ending: false, action: null },
      };
      all.set(ref, { state, bills: [], calls: ["create"] });
      return { outcome: "answered", value: state };
    },
    change: async (ref, { amount_minor, currency }) =>
      change(ref, `change ${amount_minor}`, { amount_minor, currency }),
    cancel: async (ref, { when }) =>
      change(ref, `cancel ${when}`, when === "now" ? { status: "canceled" } : { is_ending: true }),
    pause: async (ref) => change(ref, "pause", { status: "paused" }),
    resume: async (ref) => change(ref, "resume", { status: "active" }),
    listBills: async (ref) => ({ outcome: "answered", value: all.get(ref)?.bills ?? [] }),
    find: async ({ ref, subscription_id }) => ({
      outcome: "answered",
      value: all.get(ref ?? `sub_${subscription_id}`)?.state ?? null,
    }),
  };
}
