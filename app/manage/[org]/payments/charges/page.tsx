import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { PaymentsHeader } from "@/components/billing/payments/payments-header";
import { chargeStatusWords } from "@/components/gateways/charges/charge-words";
import { ChargesTable } from "@/components/gateways/charges/charges-table";
import { Pagination } from "@/components/ui/controls/pagination";
import { SegmentedLinks } from "@/components/ui/controls/segmented-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { formatCount, type LocaleContext } from "@/lib/client/format";
import { listUrl, parseListQuery } from "@/lib/client/list-url";
import { id, listOf } from "@/lib/contracts/fields";
import { listAttempts } from "@/lib/domain/gateways/attempts";
import { getMember } from "@/lib/domain/members";
import { listLocations } from "@/lib/domain/organization/locations";
import { attemptStatuses } from "@/lib/values/gateways";
import { fullName } from "@/lib/values/person-name";

export const metadata: Metadata = { title: "Charges" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;
const shape = {
  status: listOf(z.enum(attemptStatuses)),
  ...{ location: id, member: id, invoice: id, cursor: z.string().max(2_000) },
};
type Query = { [Name in keyof typeof shape]?: z.output<(typeof shape)[Name]> | undefined };

const views: { label: string; status?: Query["status"] }[] = [
  { label: "All" },
  { label: "Declined", status: ["failed"] },
  { label: "On their way", status: ["reserved", "requires_action", "processing"] },
  { label: "Collected", status: ["succeeded"] },
];

export default async function ChargesPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("invoices.read")) notFound();
  const query: Query = parseListQuery(shape, await searchParams);
  const { status, location, member, invoice, cursor } = query;
  const [{ data: charges, next_cursor }, { data: locations }, payer] = await Promise.all([
    orNotFound(
      listAttempts(caller, {
        ...{ status, location_id: location, member_id: member, invoice_id: invoice, cursor, limit: pageSize },
      }),
    ),
    listLocations(caller, { include_archived: true }),
    member ? orNotFound(getMember(caller, { id: member })) : null,
  ]);
  const zones = new Map(locations.map(({ id: location_id, time_zone }) => [location_id, time_zone]));
  const { locale } = organization;
  const localeContextOf = (location_id: string): LocaleContext => ({
    ...{ locale, now: caller.clock.now().toString() },
    time_zone: zones.get(location_id) ?? "UTC",
  });
  const manage = `/manage/${org}`;
  const base = `${manage}/payments/charges`;
  const address = (change: Query) => listUrl(base, { ...query, cursor: undefined, ...change });
  const here = locations.find((one) => one.id === location);
  const shown = invoice ? charges.find((one) => one.invoice_id === invoice)?.invoice_number : null;
  return (
    <>
      <PaymentsHeader base={`${manage}/payments`} current="/charges" />
      <div className="overflow-x-auto px-gutter pt-4 pb-1">
        <SegmentedLinks
          label="State"
          current={address({ status })}
          items={views.map((view) => ({ label: view.label, href: address({ status: view.status }) }))}
        />
      </div>
      <FilterBar
        chips={[
          here && {
            ...{ name: "location", field: "Location", value: here.name },
            removeHref: address({ location: undefined }),
          },
          payer && {
            ...{ name: "member", field: "Member", value: fullName(payer.first_name, payer.last_name) },
            removeHref: address({ member: undefined }),
          },
          invoice && {
            ...{ name: "invoice", field: "Invoice", value: shown || "one invoice" },
            removeHref: address({ invoice: undefined }),
          },
        ]}
        fields={[
          {
            ...{ kind: "options", name: "status", label: "State", many: true },
            options: attemptStatuses.map((value) => ({ value, label: chargeStatusWords[value] })),
          },
          {
            ...{ kind: "options", name: "location", label: "Location" },
            options: locations.map(({ id: value, name }) => ({ value, label: name })),
          },
        ]}
      />
      {charges.length > 0 ? (
        <>
          <ChargesTable
            charges={charges}
            localeContextOf={localeContextOf}
            invoiceHref={(one) => `${manage}/invoices/${one}`}
            paymentHref={(one) => `${manage}/payments/${one}`}
          />
          <Pagination
            className="px-gutter"
            summary={`${formatCount(charges.length, locale)} ${charges.length === 1 ? "charge" : "charges, newest first"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={cursor ? address({}) : null}
          />
        </>
      ) : Object.keys(query).length > 0 ? (
        <EmptyState title="No charges found">Remove a filter to see more charges.</EmptyState>
      ) : (
        <EmptyState title="No charges yet">
          What is asked of cards and bank accounts through a payment gateway appears here, with the reason where the
          bank declined.
        </EmptyState>
      )}
    </>
  );
}
