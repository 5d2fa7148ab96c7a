import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { methodWords } from "@/components/billing/payments/method-words";
import { PrintButton } from "@/components/billing/print-button";
import { floatWords } from "@/components/billing/till/float-words";
import { MovementsList } from "@/components/billing/till/movements-list";
import { DataTable } from "@/components/ui/data/data-table";
import { DescriptionList } from "@/components/ui/data/description-list";
import { PageHeader } from "@/components/ui/data/page-header";
import { Section } from "@/components/ui/data/section";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDateTime } from "@/lib/client/format";
import { getTillReport } from "@/lib/domain/billing/till";
import { listLocations } from "@/lib/domain/organization/locations";
import { Problem } from "@/lib/kernel/errors";
import { formatMoney } from "@/lib/values/money";

export const metadata: Metadata = { title: "Till report" };

type Props = { params: Promise<{ org: string; id: string }> };

export default async function TillReportPage({ params }: Props) {
  const { org, id } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("till.use")) notFound();
  // The till is still open: it is closed on its own page.
  const toTill = (error: unknown) => {
    if (error instanceof Problem && error.code === "conflict") redirect(`/manage/${org}/till`);
    throw error;
  };
  const report = await orNotFound(getTillReport(caller, { id })).catch(toTill);
  const { data: locations } = await listLocations(caller, { include_archived: true });
  const time_zone = locations.find(({ id: one }) => one === report.location_id)?.time_zone ?? "UTC";
  const { locale } = organization;
  const reader = { locale, time_zone, now: caller.clock.now().toString() };
  const money = (minor: number | null) => formatMoney(minor ?? 0, report.currency, locale);
  return (
    <>
      <PageHeader
        title={report.report_number ? `Report Z ${report.report_number}` : "Report, till still open"}
        meta={report.location_name}
        actions={<PrintButton label="Print report" />}
      />
      <div className="px-gutter py-4">
        <DescriptionList
          items={[
            { term: "Opened", detail: formatDateTime(report.opened_at, reader) },
            { term: "Closed", detail: report.closed_at ? formatDateTime(report.closed_at, reader) : "Still open" },
            { term: "Float", detail: money(report.float_minor) },
            ...(report.float_source
              ? [{ term: floatWords[report.float_source], detail: money(report.float_change_minor) }]
              : []),
            { term: "Paid in", detail: money(report.paid_in_minor) },
            { term: "Paid out", detail: money(report.paid_out_minor) },
            ...(report.to_safe_minor > 0
              ? [{ term: "To the safe during the day", detail: money(report.to_safe_minor) }]
              : []),
            { term: "Expected cash", detail: money(report.expected_minor) },
            ...(report.closed_at
              ? [
                  { term: "Counted cash", detail: money(report.counted_minor) },
                  { term: "Difference", detail: money(report.difference_minor) },
                  ...(report.difference_reason ? [{ term: "Why", detail: report.difference_reason }] : []),
                  { term: "Left in the drawer", detail: money(report.left_minor) },
                  {
                    term: "To the safe at the end",
                    detail: money((report.counted_minor ?? 0) - (report.left_minor ?? 0)),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <Section title="By method">
        {report.methods.length > 0 ? (
          <DataTable
            label="By method"
            density="dense"
            rows={report.methods}
            rowKey={({ method }) => method}
            phone={(row) => (
              <PhoneRow
                title={methodWords[row.method]}
                subtitle={row.payments_count === 1 ? "1 payment" : `${row.payments_count} payments`}
                status={<b>{money(row.payments_minor)}</b>}
                fact={
                  row.refunds_minor + row.reversals_minor > 0
                    ? `${money(row.refunds_minor + row.reversals_minor)} went back`
                    : null
                }
              />
            )}
            columns={[
              { key: "method", header: "Method", cell: ({ method }) => methodWords[method] },
              { key: "count", header: "Payments", align: "end", cell: ({ payments_count }) => payments_count },
              { key: "paid", header: "Received", align: "end", cell: (row) => money(row.payments_minor) },
              { key: "refunded", header: "Refunded", align: "end", cell: (row) => money(row.refunds_minor) },
              { key: "reversed", header: "Reversed", align: "end", cell: (row) => money(row.reversals_minor) },
            ]}
          />
        ) : (
          <p className="text-ink-3">No payment was recorded while the till was open.</p>
        )}
      </Section>
      {report.movements.length > 0 ? (
        <Section title="Cash movements">
          <MovementsList
            movements={report.movements}
            currency={report.currency}
            locale={locale}
            time_zone={time_zone}
          />
        </Section>
      ) : null}
    </>
  );
}
