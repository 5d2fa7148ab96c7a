import type { Settled } from "@/lib/domain/gateways/attempts/settle";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { Ctx } from "@/lib/kernel/operation";
import { markGatewayFailing } from "./failing";
import { findGateways } from "./stored";

/** Stops charges through gateways that refuse their keys or account, and tells those who can change them. */
export async function refuseGateways(ctx: Ctx<unknown>, settled: readonly Settled[]): Promise<void> {
  const refused = new Map(
    settled.flatMap(({ attempt, verdict, sentence }) =>
      verdict === "misconfigured"
        ? [[attempt.gateway_id, sentence ?? "The gateway refuses the account."] as const]
        : [],
    ),
  );
  if (refused.size === 0) return;
  for (const row of await findGateways(ctx)) {
    const failure = refused.get(row.id);
    if (failure) await refuseGateway(ctx, row, failure);
  }
}

export async function refuseGateway(
  ctx: Ctx<unknown>,
  { id, version }: { id: string; version: number },
  failure: string,
): Promise<void> {
  if (!(await markGatewayFailing(ctx, { id, version }, failure))) return;
  await notifyStaff(ctx, {
    kind: "gateway_failing",
    event_key: `gateway_failing:${id}:${version}`,
    title: "Payments wait: the gateway refuses your account",
    body: `${failure} Charges wait until the keys work again. Check them under Settings, Online payments.`,
    href: `/manage/${ctx.organization.slug}/settings/payments`,
    permission: "billing.configure",
  });
}
