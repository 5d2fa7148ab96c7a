import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/own-payments";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation, type ReadCtx } from "@/lib/kernel/operation";
import { askPayment, beginPayment, type Called, finishPayment } from "./pay";
import { type BillPage, billOf, getPayable } from "./payable";

export const readOwnBill = operation(contracts.readOwnBill, async (ctx, { id }) => {
  const own = await findOwn(ctx, id);
  return billOf(ctx, await getPayable(ctx, own.invoice_id), own);
});

export const payOwnInvoice = operation(
  contracts.payOwnInvoice,
  (ctx: Ctx<Called>, { id }) => finishPayment(ctx, () => finished(ctx, id)),
  {
    prepare: (caller, { id, ...chosen }) =>
      beginPayment(caller, {
        ...{ find: (ctx) => findOwn(ctx, id), origin: "member", ...chosen },
        return_path: `/me/${caller.organization?.slug}/invoices/${id}/pay`,
      }),
  },
);

export const checkOwnPayment = operation(
  contracts.checkOwnPayment,
  (ctx: Ctx<Called>, { id }) => finishPayment(ctx, () => finished(ctx, id)),
  { prepare: (caller, { id }) => askPayment(caller, (ctx) => findOwn(ctx, id)) },
);

const finished = async (ctx: ReadCtx, id: string) => ({ ...(await findOwn(ctx, id)), audited: {} });

/** Throws 404 for an invoice that another payer pays. */
async function findOwn({ db, organization_id, caller }: ReadCtx, id: string): Promise<BillPage> {
  if (!caller.member_id) throw notFound();
  const [row] = await db
    .select({ invoice_id: invoices.id })
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        eq(invoices.id, id),
        eq(invoices.payer_member_id, caller.member_id),
      ),
    );
  if (!row) throw notFound();
  return { ...row, expires_at: null, offers_saved: true };
}
