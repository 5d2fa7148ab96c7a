import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { countryOptions } from "@/app/country-options";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { CompanyStatement } from "@/components/billing/account/company-statement-on-demand";
import { CompanyList } from "@/components/billing/companies/company-list";
import { CompanySheet } from "@/components/billing/companies/company-sheet-on-demand";
import { BillingSettingsHeader } from "@/components/billing/entities/billing-settings-header";
import { PayerMethods } from "@/components/gateways/methods/payer-methods-on-demand";
import { PaysFor } from "@/components/memberships/pays-for";
import { ButtonLink } from "@/components/ui/controls/button";
import { Pagination } from "@/components/ui/controls/pagination";
import { TextLink } from "@/components/ui/controls/text-link";
import { EmptyState } from "@/components/ui/data/empty-state";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { SearchField } from "@/components/ui/filters/search-field";
import { formatCount } from "@/lib/client/format";
import { listUrl } from "@/lib/client/list-url";
import { createCompany, getCompany, listCompanies } from "@/lib/domain/billing/companies";
import { getCompanyStatementPdf } from "@/lib/domain/billing/credits";
import { listMethods, removeMethod, requestMethod } from "@/lib/domain/gateways/methods";
import { listMemberships } from "@/lib/domain/memberships";
import { mayUse } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";

export const metadata: Metadata = { title: "Companies" };

type Query = { q?: string; cursor?: string; edit?: string };
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

const pageSize = 50;

export default async function CompaniesPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { q, cursor, edit } = await searchParams;
  const caller = await pageCaller(org);
  if (!caller.organization || !mayUse(caller, listCompanies.contract)) notFound();
  const { locale } = caller.organization;
  const may_write = mayUse(caller, createCompany.contract);
  const [{ data: companies, next_cursor }, company] = await Promise.all([
    orNotFound(listCompanies(caller, { limit: pageSize, ...(q && { q }), ...(cursor && { cursor }) })),
    may_write && edit && edit !== "new" ? orNotFound(getCompany(caller, { id: edit })) : null,
  ]);
  const [{ data: paid }, { data: methods }] = company
    ? await Promise.all([
        listMemberships(caller, { payer_company_id: company.id, limit: 50 }),
        listMethods(caller, { company_id: company.id, state: "active" }),
      ])
    : [{ data: [] }, { data: [] }];
  const base = `/manage/${org}/settings/billing/companies`;
  const address = (change: Query) => listUrl(base, { q, ...change });
  const add = may_write ? (
    <ButtonLink href={address({ edit: "new" })} variant="primary" scroll={false} icon={<Plus aria-hidden="true" />}>
      New company
    </ButtonLink>
  ) : null;
  return (
    <>
      <BillingSettingsHeader
        organization={org}
        current="/companies"
        mayUse={(contract) => mayUse(caller, contract)}
        actions={add}
      />
      <FilterBar search={<SearchField label="Search companies" />} />
      {companies.length > 0 ? (
        <>
          <CompanyList companies={companies} companyHref={(id) => address({ edit: id })} />
          <Pagination
            className="px-gutter"
            summary={`${formatCount(companies.length, locale)} ${companies.length === 1 ? "company" : "companies"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={cursor ? address({}) : null}
          />
        </>
      ) : q ? (
        <EmptyState title={`No companies match “${q}”`}>
          <TextLink href={base}>Show all companies</TextLink>
        </EmptyState>
      ) : (
        <EmptyState title="No companies yet">
          <p>A company pays for the memberships of its people. Its invoices carry its name and tax id.</p>
        </EmptyState>
      )}
      {company || (edit === "new" && may_write) ? (
        <CompanySheet
          key={edit}
          organization={org}
          company={company}
          countries={countryOptions()}
          paysFor={
            company ? (
              <>
                <PaysFor
                  name={company.name}
                  memberships={paid}
                  reader={{ locale, today: dayAt(caller.clock.now().toString(), "UTC") }}
                  hrefOf={({ id, member_id }) =>
                    `/manage/${org}/members/${member_id}?${new URLSearchParams({ tab: "memberships", membership: id })}`
                  }
                />
                <PayerMethods
                  organization={org}
                  payer={{ company_id: company.id }}
                  name={company.name}
                  methods={methods}
                  reader={{ locale, today: dayAt(caller.clock.now().toString(), "UTC") }}
                  canChange={mayUse(caller, removeMethod.contract)}
                  canAsk={mayUse(caller, requestMethod.contract) && !company.archived_at}
                />
                {mayUse(caller, getCompanyStatementPdf.contract) ? (
                  <CompanyStatement
                    organization={org}
                    company_id={company.id}
                    today={dayAt(caller.clock.now().toString(), "UTC")}
                  />
                ) : null}
              </>
            ) : null
          }
          closeHref={address({})}
        />
      ) : null}
    </>
  );
}
