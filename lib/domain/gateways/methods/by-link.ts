import { Temporal } from "temporal-polyfill";
import * as contracts from "@/lib/contracts/gateways/method-setups";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { inOrganizationOfToken } from "@/lib/domain/organization";
import type { Caller } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { type MethodLink, methodPath, readMethodToken } from "./link-token";
import { factsOf, type Payer } from "./payer";
import { askSetup, beginSetup, type CalledSetup, finishSetup } from "./setups/run-setup";

const linkInvalid = () =>
  new Problem("link_invalid", "This link has expired or is not complete. Ask the gym for a new one.");

export const readMethodLink = inOrganizationOfToken(
  operation(contracts.readMethodLink, async (ctx, { token }) => {
    const { payer, expires_at } = linkOf(ctx.caller, token);
    const { organization, caller } = ctx;
    const facts = await factsOf(ctx, payer);
    if (!facts) throw linkInvalid();
    const { name, currency, gateway } = facts;
    const opened = gateway && openGateway(gateway, { currency: organization.currency, clock: caller.clock });
    return {
      ...{ gym_name: organization.name, brand_color: organization.brand_color, locale: organization.locale },
      ...{ currency, payer: name, is_live: gateway?.is_live ?? false, expires_at: expires_at.toString() },
      form:
        opened && "gateway" in opened && !gateway.failing_since
          ? opened.gateway.form({ amount_minor: null, currency })
          : null,
    };
  }),
  organizationIn,
);

export const beginSetupByLink = inOrganizationOfToken(
  operation(contracts.beginSetupByLink, (ctx: Ctx<CalledSetup>) => finishSetup(ctx), {
    prepare: (caller, { token, method_kind }) =>
      beginSetup(caller, { payerIn: payerIn(token), method_kind, return_path: methodPath(token) }),
  }),
  organizationIn,
);

export const checkSetupByLink = inOrganizationOfToken(
  operation(contracts.checkSetupByLink, (ctx: Ctx<CalledSetup>) => finishSetup(ctx), {
    prepare: (caller, { token, id }) => askSetup(caller, { payerIn: payerIn(token), id }),
  }),
  organizationIn,
);

const payerIn =
  (token: string) =>
  ({ caller }: { caller: Caller }): Payer =>
    linkOf(caller, token).payer;

/** Expired, foreign and malformed links get the same answer. */
function linkOf({ organization, clock }: Caller, token: string): MethodLink {
  const link = readMethodToken(token);
  if (!link || link.organization_id !== organization?.id) throw linkInvalid();
  if (Temporal.Instant.compare(link.expires_at, clock.now()) <= 0) throw linkInvalid();
  return link;
}

function organizationIn(token: string): string | null {
  return readMethodToken(token)?.organization_id ?? null;
}
