import { pageCaller } from "@/app/page-caller";
import { MemberInvoices } from "@/components/billing/invoices/member-invoices";
import type { Member } from "@/components/members/member";
import type { LocaleContext } from "@/lib/client/format";
import { listInvoices } from "@/lib/domain/billing/invoices";

interface InvoicesProps {
  org: string;
  member: Member;
  name: string;
  localeContext: LocaleContext;
}

export async function Invoices({ org, member, name, localeContext }: InvoicesProps) {
  const caller = await pageCaller(org);
  const { data, next_cursor } = await listInvoices(caller, { member_id: member.id, limit: 20 });
  const base = `/manage/${org}/invoices`;
  const allHref = next_cursor ? `${base}?${new URLSearchParams({ member: member.id })}` : null;
  return <MemberInvoices name={name} invoices={data} localeContext={localeContext} base={base} allHref={allHref} />;
}
