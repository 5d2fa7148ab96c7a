import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/billing/own-invoices";
import { pdfAnswer } from "@/lib/domain/billing/pdf-answer";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { findInvoice } from "./find";
import { toInvoice } from "./get";
import { pageOfInvoices } from "./list";
import { documentPdf } from "./pdf";

/** The documents that the member pays, of all locations, without drafts. */
export const listOwnInvoices = operation(contracts.listOwnInvoices, async (ctx, page) => {
  const everywhere = { ...withOrganization(ctx), caller: { ...ctx.caller, location_ids: null } };
  return pageOfInvoices(
    everywhere,
    { ...page, sort: "newest", member_id: ownMemberId(ctx) },
    sql`i.finalized_at is not null`,
  );
});

export const getOwnInvoice = operation(contracts.getOwnInvoice, async (ctx, { id }) =>
  toInvoice(await findInvoice(ctx, id, ownMemberId(ctx)), ctx.organization.locale),
);

export const getOwnInvoicePdf = operation(contracts.getOwnInvoicePdf, async (ctx, { id }) =>
  pdfAnswer(await documentPdf(await findInvoice(ctx, id, ownMemberId(ctx)))),
);

function ownMemberId({ caller }: Ctx<unknown>): string {
  if (!caller.member_id) throw notFound();
  return caller.member_id;
}

/** The getters of the context are not copied by a spread. */
const withOrganization = (ctx: Ctx<unknown>): Ctx<unknown> => ({
  ...ctx,
  organization: ctx.organization,
  organization_id: ctx.organization_id,
});
