import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { sandboxObjects } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/sandbox";
import { inOrganizationOfToken } from "@/lib/domain/organization";
import { env } from "@/lib/kernel/env";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import {
  answerChallenge,
  answerSetupChallenge,
  confirmPayment,
  confirmSetup,
  type SandboxObject,
  type Vendor,
} from "@/lib/providers/payments/sandbox";
import { sameSitePath } from "@/lib/values/same-site-path";
import { type CheckoutToken, readCheckoutToken } from "./checkout-token";
import { asVendor } from "./current";
import { objectOf } from "./store";

type View = z.input<typeof contracts.sandboxCheckout>;
type Payment = SandboxObject<"payment">;
type Setup = SandboxObject<"setup">;

export const readSandboxCheckout = inOrganizationOfToken(
  operation(contracts.readSandboxCheckout, async (ctx, { token }) => {
    const { organization_id, gateway_id, kind, ref } = requireToken(ctx, token);
    const t = sandboxObjects;
    const [row] = await ctx.db
      .select()
      .from(t)
      .where(
        and(eq(t.organization_id, organization_id), eq(t.gateway_id, gateway_id), eq(t.kind, kind), eq(t.ref, ref)),
      );
    if (!row) throw linkInvalid();
    return describe(ctx, token, objectOf<"payment" | "setup">(row) as Payment | Setup);
  }),
  organizationIn,
);

export const confirmSandboxCheckout = inOrganizationOfToken(
  operation(contracts.confirmSandboxCheckout, (ctx, { token, method }) =>
    changeCheckout(ctx, token, {
      payment: (vendor, payment) => confirmPayment(vendor, payment, method),
      setup: (vendor, setup) => confirmSetup(vendor, setup, method),
    }),
  ),
  organizationIn,
);

export const answerSandboxChallenge = inOrganizationOfToken(
  operation(contracts.answerSandboxChallenge, (ctx, { token, is_approved }) =>
    changeCheckout(ctx, token, {
      payment: (vendor, payment) => answerChallenge(vendor, payment, is_approved),
      setup: (vendor, setup) => answerSetupChallenge(vendor, setup, is_approved),
    }),
  ),
  organizationIn,
);

type Change = {
  payment: (vendor: Vendor, payment: Payment) => Promise<Payment>;
  setup: (vendor: Vendor, setup: Setup) => Promise<Setup>;
};

async function changeCheckout(ctx: Ctx<unknown>, token: string, change: Change): Promise<View> {
  const { gateway_id, kind, ref } = requireToken(ctx, token);
  const changed = await asVendor(ctx, gateway_id, async (vendor) => {
    if (kind === "payment") {
      const payment = await vendor.tx.find("payment", ref);
      return payment && change.payment(vendor, payment);
    }
    const setup = await vendor.tx.find("setup", ref);
    return setup && change.setup(vendor, setup);
  });
  if (!changed) throw linkInvalid();
  ctx.audit({ target_type: "sandbox_checkout", target_id: null, after: { ref, status: changed.data.status } });
  return describe(ctx, token, changed);
}

function describe({ organization }: Ctx<unknown>, token: string, { kind, data }: Payment | Setup): View {
  const is_payment = kind === "payment";
  return {
    kind,
    status: data.status,
    gym_name: organization.name,
    brand_color: organization.brand_color,
    description: is_payment ? data.description : "Save a method for later payments",
    amount_minor: is_payment ? data.amount_minor : null,
    currency: data.currency,
    decline: data.decline && { code: data.decline.code, message: data.decline.message },
    challenge_path: data.challenge ? `/pay/sandbox/${token}` : null,
    return_path: returnPath(data.return_url),
  };
}

/** Without its host, so that the page of the bank leads to no other site. */
function returnPath(return_url: string | null): string {
  const { PUBLIC_URL } = env();
  if (!return_url || !URL.canParse(return_url, PUBLIC_URL)) return "/";
  const { pathname, search } = new URL(return_url, PUBLIC_URL);
  return sameSitePath(pathname + search) ?? "/";
}

function requireToken({ caller }: Ctx<unknown>, token: string): CheckoutToken {
  const found = readCheckoutToken(token);
  if (!found || !caller.organization) throw linkInvalid();
  return found;
}

const linkInvalid = () =>
  new Problem("link_invalid", "This page is not complete. Go back to the bill and begin again.");

function organizationIn(token: string): string | null {
  return readCheckoutToken(token)?.organization_id ?? null;
}
