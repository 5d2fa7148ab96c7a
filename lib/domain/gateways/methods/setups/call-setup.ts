import { Temporal } from "temporal-polyfill";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { customerOf } from "@/lib/domain/gateways/methods/customer-of";
import type { Caller, OrganizationCard } from "@/lib/kernel/caller";
import { env } from "@/lib/kernel/env";
import type { GatewayResult, SetupState } from "@/lib/providers/payments";
import { type ReservedSetup, setupLasts } from "./reserve-setup";

type SetupResult = GatewayResult<SetupState | null>;
export type SetupAnswer = { setup_id: string; result: SetupResult };

/**
 * What the gateway says of a setup. One without an id there is begun, or begun again under the same key where the answer was lost: that
 * never makes a second one. The network is used, so no transaction is open.
 */
export async function callSetup(
  caller: Caller,
  organization: OrganizationCard,
  { setup, gateway: row }: ReservedSetup,
): Promise<SetupAnswer> {
  const opened = openGateway(row, { ...organization, clock: caller.clock });
  if ("unreadable" in opened) return answer({ outcome: "misconfigured", message: opened.unreadable });
  const { gateway } = opened;
  if (setup.setup_ref !== null) return answer(await gateway.findSetup(setup.setup_ref));
  // Gateways forget keys, so a call is not repeated after this time.
  if (setup.ended_at || isOld()) return answer({ outcome: "answered", value: null });
  const customer = await customerOf(caller, organization, setup, { gateway_id: row.id, gateway });
  if (customer.outcome !== "answered") return answer(customer);
  const { id: setup_id, currency, mandate_max_minor: max_minor, method_kind, return_path } = setup;
  return answer(
    await gateway.startSetup({
      ...{ key: `setup-${setup_id}`, setup_id, currency, customer_ref: customer.value.customer_ref },
      mandate: { max_minor, expires_at: null, method_kind },
      return_url: new URL(`${return_path}?${new URLSearchParams({ setup: setup_id })}`, env().PUBLIC_URL).href,
    }),
  );

  function isOld(): boolean {
    const ends = Temporal.Instant.from(setup.created_at).add(setupLasts);
    return Temporal.Instant.compare(caller.clock.now(), ends) > 0;
  }

  function answer(result: SetupResult): SetupAnswer {
    return { setup_id: setup.id, result };
  }
}
