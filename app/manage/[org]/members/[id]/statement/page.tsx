import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { memberOf } from "@/app/manage/[org]/members/[id]/member";
import { StatementTable } from "@/components/billing/account/statement-table";
import { PdfButton } from "@/components/billing/invoices/pdf-button";
import { PrintButton } from "@/components/billing/print-button";
import { Button } from "@/components/ui/controls/button";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { Callout } from "@/components/ui/data/callout";
import { PageHeader } from "@/components/ui/data/page-header";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { todayAt } from "@/lib/client/format";
import { formatFullDate } from "@/lib/client/format-short-date";
import { getAccount, getStatement } from "@/lib/domain/billing/credits";
import { listLocations } from "@/lib/domain/organization/locations";
import { Problem } from "@/lib/kernel/errors";
import { formatMoney } from "@/lib/values/money";
import { fullName } from "@/lib/values/person-name";

type Query = { from?: string; to?: string; currency?: string };
type Props = { params: Promise<{ org: string; id: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  const { member } = await memberOf(org, id);
  return { title: `Statement of ${fullName(member.first_name, member.last_name)}` };
}

/** What was billed to a member and paid, between two days, as it prints. */
export default async function StatementPage({ params, searchParams }: Props) {
  const { org, id } = await params;
  const query = await searchParams;
  const { caller, member } = await memberOf(org, id);
  const { organization } = caller;
  if (!organization || !caller.permissions.has("invoices.read")) notFound();
  const [{ data: locations }, { balances }] = await Promise.all([
    listLocations(caller, { include_archived: true }),
    getAccount(caller, { id }),
  ]);
  const home = locations.find((one) => one.id === member.home_location_id);
  const { locale } = organization;
  const today = todayAt({ locale, now: caller.clock.now().toString(), time_zone: home?.time_zone ?? "UTC" });
  const days = { from: query.from || `${today.slice(0, 4)}-01-01`, to: query.to || today };
  const currency = query.currency || home?.currency || organization.currency;
  const asked = await getStatement(caller, { id, ...days, currency }).catch(refusalOf);
  const name = fullName(member.first_name, member.last_name);
  const base = `/manage/${org}`;
  const currencies = [...new Set([currency, ...balances.map((balance) => balance.currency)])];
  return (
    <>
      <PageHeader
        title={`Statement of ${name}`}
        breadcrumb={
          <Breadcrumb
            items={[
              { label: "Members", href: `${base}/members` },
              { label: name, href: `${base}/members/${id}?tab=invoices` },
              { label: "Statement" },
            ]}
          />
        }
        actions={
          <>
            {typeof asked === "string" ? null : (
              <PdfButton
                href={`/api/v1/members/${id}/statement/pdf?${new URLSearchParams({ ...days, currency, organization: org })}`}
              />
            )}
            <PrintButton label="Print statement" />
          </>
        }
      />
      <form className="flex flex-wrap items-end gap-3 px-gutter py-4 print:hidden">
        <Field label="From" className="w-44">
          <Input type="date" name="from" defaultValue={days.from} max={today} />
        </Field>
        <Field label="To" className="w-44">
          <Input type="date" name="to" defaultValue={days.to} />
        </Field>
        {currencies.length > 1 ? (
          <Field label="Currency" className="w-28">
            <Select
              name="currency"
              defaultValue={currency}
              options={currencies.map((value) => ({ value, label: value }))}
            />
          </Field>
        ) : null}
        <Button type="submit">Show</Button>
      </form>
      {typeof asked === "string" ? (
        <Callout tone="warn" title="This range cannot be shown" className="mx-gutter">
          {asked}
        </Callout>
      ) : (
        <section className="flex flex-col gap-3 px-gutter pb-6" aria-label="Statement">
          <p className="text-ink-2">
            {`${organization.name}, ${formatFullDate(asked.from, locale)} to ${formatFullDate(asked.to, locale)}. `}
            {balanceText(asked.closing_minor, asked.currency, locale, member.first_name)}
          </p>
          <StatementTable statement={asked} locale={locale} base={base} />
        </section>
      )}
    </>
  );
}

/** Why the range was refused. */
function refusalOf(error: unknown): string {
  if (error instanceof Problem && error.code === "invalid_input")
    return error.extras.errors?.[0]?.message ?? error.message;
  throw error;
}

function balanceText(minor: number, currency: string, locale: string, first_name: string): string {
  const amount = formatMoney(Math.abs(minor), currency, locale);
  if (minor === 0) return "The account is even.";
  return minor > 0 ? `${first_name} owes ${amount}.` : `${first_name} has ${amount} to the good.`;
}
