import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, flag, id, listOf, page, pageOf, text } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { documentKind, invoiceStatus } from "@/lib/values/schemas/invoices";
import { invoice, invoiceRow, lineExplanation } from "./invoice-fields";

const tag = "Invoices";

/** More than any invoice, and exact as a number. */
const maxMinor = 1_000_000_000_000;

export const invoiceFilters = {
  kind: documentKind.optional(),
  status: listOf(invoiceStatus).optional(),
  /** The payer. */
  member_id: id.optional(),
  company_id: id.optional(),
  location_id: id.optional(),
  issued_from: calendarDay.optional(),
  issued_to: calendarDay.optional(),
  due_from: calendarDay.optional(),
  due_to: calendarDay.optional(),
  /** Whether a failed payment of it is being collected. */
  in_dunning: flag.optional(),
  amount_from: count(0, maxMinor).optional(),
  amount_to: count(0, maxMinor).optional(),
  /** The number or the payer's name. */
  q: z.string().trim().max(100).optional(),
};

export const listInvoices = contract({
  id: "invoices.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/invoices",
  access: "invoices.read",
  tag,
  input: z.strictObject({ ...invoiceFilters, sort: z.enum(["newest", "due"]).default("newest"), ...page }),
  output: pageOf(invoiceRow),
  errors: ["malformed_cursor"],
});

const { status: _status, ...withoutStatus } = invoiceFilters;

/** How many documents of the filter have each status. */
export const getInvoiceCounts = contract({
  id: "invoices.counts",
  scope: "location",
  method: "GET",
  path: "/api/v1/invoices/counts",
  access: "invoices.read",
  tag,
  takes_long: true,
  input: z.strictObject(withoutStatus),
  output: z.object({
    counts: z.array(
      z.object({
        status: invoiceStatus,
        /** At most 1,000: counting every document of a large gym would take longer than its first page. */
        count: z.int().min(0),
        has_more: z.boolean(),
      }),
    ),
  }),
  errors: [],
});

export const exportInvoices = contract({
  id: "invoices.export",
  scope: "location",
  method: "GET",
  path: "/api/v1/invoices/exports",
  // A4: all amounts at once are revenue.
  access: "revenue.read",
  tag,
  input: z.strictObject(invoiceFilters),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["text/csv"] },
  errors: [],
});

const totalsOfCurrency = z.object({
  currency: z.string(),
  /** Invoices less credit notes, without drafts and void documents. */
  total_minor: z.int(),
  open_minor: z.int(),
  overdue_minor: z.int(),
});

export const getInvoiceTotals = contract({
  id: "invoices.totals",
  scope: "location",
  method: "GET",
  path: "/api/v1/invoices/totals",
  access: "revenue.read",
  tag,
  input: z.strictObject(invoiceFilters),
  output: z.object({
    /** Documents that the sums contain. */
    counted: z.int(),
    drafts: z.int(),
    voided: z.int(),
    by_currency: z.array(totalsOfCurrency),
  }),
  takes_long: true,
  errors: [],
});

export const getInvoice = contract({
  id: "invoices.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/invoices/{id}",
  access: "invoices.read",
  tag,
  input: z.strictObject({ id }),
  output: invoice,
  errors: ["not_found"],
});

export const explainInvoice = contract({
  id: "invoices.explain",
  scope: "location",
  method: "GET",
  path: "/api/v1/invoices/{id}/explanation",
  access: "invoices.read",
  tag,
  input: z.strictObject({ id }),
  output: z.object({ data: z.array(lineExplanation) }),
  errors: ["not_found"],
});

export const getInvoicePdf = contract({
  id: "invoices.pdf",
  scope: "location",
  method: "GET",
  path: "/api/v1/invoices/{id}/pdf",
  access: "invoices.read",
  tag,
  input: z.strictObject({ id }),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["application/pdf"] },
  errors: ["not_found", "conflict"],
});

const price = z.int("Amounts are whole minor units (cents, paise, yen)").min(0).max(maxMinor);

export const draftLine = z.strictObject({
  description: text(200),
  quantity: count(1, 999).default(1),
  /** Of one piece. */
  price_minor: price,
  /** Of the whole line. */
  discount_minor: price.default(0),
  tax_class: text(40).default("membership"),
  /** The member who gets it, where that is not the payer. */
  member_id: id.optional(),
});

const draftFields = {
  lines: z.array(draftLine).min(1, "Add at least one line").max(50),
  prices_include_tax: flag,
  note: text(1_000).nullable(),
};

export const createInvoice = contract({
  id: "invoices.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/invoices",
  access: "invoices.write",
  tag,
  input: z
    .strictObject({
      member_id: id.optional(),
      company_id: id.optional(),
      location_id: id.optional(),
      lines: draftFields.lines,
      prices_include_tax: draftFields.prices_include_tax.default(true),
      note: draftFields.note.optional(),
    })
    .refine(({ member_id, company_id }) => (member_id === undefined) !== (company_id === undefined), {
      path: ["member_id"],
      error: "Name the payer by exactly one of member_id and company_id",
    }),
  output: invoice,
  status: 201,
  errors: ["invalid_input", "not_found", "location_required"],
});

export const updateInvoice = contract({
  id: "invoices.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/invoices/{id}",
  access: "invoices.write",
  tag,
  input: z.strictObject(draftFields).partial().extend({ id }),
  output: invoice,
  errors: ["invalid_input", "not_found", "conflict", "version_conflict"],
});

export const deleteInvoice = contract({
  id: "invoices.delete",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/invoices/{id}",
  access: "invoices.write",
  tag,
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found", "conflict"],
});

export const finalizeInvoice = contract({
  id: "invoices.finalize",
  scope: "location",
  method: "POST",
  path: "/api/v1/invoices/{id}/finalizations",
  access: "invoices.write",
  tag,
  /** Without `due_on` it is due after the days of the legal entity. */
  input: z.strictObject({ id, due_on: calendarDay.optional() }),
  output: invoice,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict", "version_conflict"],
});

export const previewInvoice = contract({
  id: "invoices.preview",
  scope: "location",
  method: "POST",
  path: "/api/v1/invoices/preview",
  access: "invoices.write",
  tag,
  input: z.strictObject({
    location_id: id,
    lines: draftFields.lines,
    prices_include_tax: draftFields.prices_include_tax.default(true),
  }),
  output: z.object({
    currency: z.string(),
    /** The day on which it is due if it is finalized today. */
    due_on: calendarDay,
    lines: z.array(z.object({ net_minor: z.int(), tax_minor: z.int(), total_minor: z.int() })),
    taxes: z.array(z.object({ name: z.string(), rate_ppm: z.int(), base_minor: z.int(), amount_minor: z.int() })),
    net_minor: z.int(),
    tax_minor: z.int(),
    total_minor: z.int(),
  }),
  errors: ["invalid_input", "not_found"],
  writes_nothing: true,
});
