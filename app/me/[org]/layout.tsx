import { CalendarCheck, CircleUserRound, QrCode, Ticket } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { pageCaller } from "@/app/page-caller";
import { MemberShell } from "@/components/layout/member-shell";

type Props = { children: ReactNode; params: Promise<{ org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization } = await pageCaller((await params).org);
  return { title: { default: organization?.name ?? "", template: `%s · ${organization?.name}` } };
}

/** For members only. Staff without a member record get 404. */
export default async function MemberLayout({ children, params }: Props) {
  const { org } = await params;
  const { organization, member_id } = await pageCaller(org);
  if (!organization || !member_id) notFound();
  const base = `/me/${org}`;
  return (
    <MemberShell
      brand={organization.brand_color}
      items={[
        { label: "Pass", href: base, icon: <QrCode aria-hidden="true" />, exact: true },
        { label: "Membership", href: `${base}/membership`, icon: <Ticket aria-hidden="true" /> },
        { label: "Visits", href: `${base}/visits`, icon: <CalendarCheck aria-hidden="true" /> },
        { label: "Profile", href: `${base}/you`, icon: <CircleUserRound aria-hidden="true" /> },
      ]}
    >
      {children}
    </MemberShell>
  );
}
