import { eq } from "drizzle-orm";
import { savedMethods } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/own-payments";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import type { Caller } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { activeMethodsOf } from "./list";
import { changeDefault } from "./make-default";
import { factsOf, type Payer } from "./payer";
import { endByPayer } from "./remove";
import { askSetup, beginSetup, type CalledSetup, finishSetup } from "./setups/run-setup";

export const listOwnMethods = operation(contracts.listOwnMethods, async (ctx) => {
  const payer = ownPayer(ctx);
  const facts = await factsOf(ctx, payer);
  if (!facts) throw notFound();
  const { currency, gateway } = facts;
  const opened = gateway && openGateway(gateway, { currency: ctx.organization.currency, clock: ctx.caller.clock });
  return {
    data: await activeMethodsOf(ctx, eq(savedMethods.payer_member_id, payer.payer_member_id)),
    form:
      opened && "gateway" in opened && !gateway.failing_since
        ? opened.gateway.form({ amount_minor: null, currency })
        : null,
    ...{ currency, is_live: gateway?.is_live ?? false },
  };
});

export const makeOwnDefault = operation(contracts.makeOwnDefault, (ctx, { id }) =>
  changeDefault(ctx, id, isOwn(ctx.caller)),
);

export const removeOwnMethod = operation(contracts.removeOwnMethod, (ctx, { id }) =>
  endByPayer(ctx, id, isOwn(ctx.caller)),
);

export const beginOwnSetup = operation(contracts.beginOwnSetup, (ctx: Ctx<CalledSetup>) => finishSetup(ctx), {
  prepare: (caller, { method_kind }) =>
    beginSetup(caller, {
      ...{ payerIn: ownPayer, method_kind },
      return_path: `/me/${caller.organization?.slug}/methods/new`,
    }),
});

export const checkOwnSetup = operation(contracts.checkOwnSetup, (ctx: Ctx<CalledSetup>) => finishSetup(ctx), {
  prepare: (caller, { id }) => askSetup(caller, { payerIn: ownPayer, id }),
});

const isOwn = (caller: Caller) => eq(savedMethods.payer_member_id, ownPayer({ caller }).payer_member_id);

function ownPayer({ caller }: { caller: Caller }): Payer & { payer_member_id: string } {
  if (!caller.member_id) throw notFound();
  return { payer_member_id: caller.member_id, payer_company_id: null };
}
