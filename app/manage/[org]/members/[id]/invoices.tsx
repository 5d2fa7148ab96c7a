import { pageCaller } from "@/app/page-caller";
import { AccountSection } from "@/components/billing/account/account-section";
import { CreditButton } from "@/components/billing/account/credit-button";
import { MemberInvoices } from "@/components/billing/invoices/member-invoices";
import { PayerMethods } from "@/components/gateways/methods/payer-methods";
import type { Member } from "@/components/members/member";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { getAccount } from "@/lib/domain/billing/credits";
import { listInvoices } from "@/lib/domain/billing/invoices";
import { listMethods, removeMethod, requestMethod } from "@/lib/domain/gateways/methods";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";
import { FailedPayments } from "./failed-payments";

interface InvoicesProps {
  org: string;
  member: Member;
  name: string;
  localeContext: LocaleContext;
}

export async function Invoices({ org, member, name, localeContext }: InvoicesProps) {
  const caller = await pageCaller(org);
  const [{ data, next_cursor }, account, { data: locations }, { data: methods }] = await Promise.all([
    listInvoices(caller, { member_id: member.id, limit: 20 }),
    getAccount(caller, { id: member.id }),
    listLocations(caller, { include_archived: true }),
    listMethods(caller, { member_id: member.id, state: "active" }),
  ]);
  const home = locations.find(({ id }) => id === member.home_location_id);
  const currency = home?.currency ?? caller.organization?.currency ?? "USD";
  const { locale } = localeContext;
  const gives_credit = caller.permissions.has("invoices.correct") && !member.archived_at;
  const base = `/manage/${org}/invoices`;
  const allHref = next_cursor ? `${base}?${new URLSearchParams({ member: member.id })}` : null;
  return (
    <>
      <AccountSection
        name={member.first_name}
        account={account}
        reader={{ locale, today: todayAt(localeContext) }}
        statementHref={`/manage/${org}/members/${member.id}/statement`}
        actions={
          gives_credit ? (
            <CreditButton
              organization={org}
              member={{ id: member.id, name }}
              currency={currency}
              locale={locale}
              today={todayAt(localeContext)}
            />
          ) : null
        }
      />
      <FailedPayments org={org} member_id={member.id} localeContext={localeContext} />
      <PayerMethods
        organization={org}
        payer={{ member_id: member.id }}
        name={member.first_name}
        methods={methods}
        reader={{ locale, today: todayAt(localeContext) }}
        canChange={mayUse(caller, removeMethod.contract)}
        canAsk={mayUse(caller, requestMethod.contract) && !member.archived_at}
      />
      <MemberInvoices name={name} invoices={data} localeContext={localeContext} base={base} allHref={allHref} />
    </>
  );
}
