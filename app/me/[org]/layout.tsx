import { CalendarCheck, CircleUserRound, QrCode, Ticket } from "lucide-react";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { pageCaller } from "@/app/page-caller";
import { MemberShell } from "@/components/layout/member-shell";
import { PeopleSwitch } from "@/components/me/people-switch";
import { listOwnPeople } from "@/lib/domain/me";

type Props = { children: ReactNode; params: Promise<{ org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org } = await params;
  const name = (await pageCaller(org)).organization?.name ?? "";
  return {
    title: { default: name, template: `%s · ${name}` },
    manifest: `/me/${org}/manifest.webmanifest`,
    icons: { apple: `/me/${org}/icons/180` },
    appleWebApp: { capable: true, title: name, statusBarStyle: "default" },
  };
}

export async function generateViewport({ params }: Props): Promise<Viewport> {
  const { organization } = await pageCaller((await params).org);
  return organization ? { themeColor: organization.brand_color } : {};
}

/** For members only. Staff without a member record get 404. */
export default async function MemberLayout({ children, params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, member_id } = caller;
  if (!organization || !member_id) notFound();
  const { data: people } = await listOwnPeople(caller, {});
  const base = `/me/${org}`;
  return (
    <MemberShell
      brand={organization.brand_color}
      banner={
        people.length > 1 || people.some(({ is_self }) => !is_self) ? (
          <PeopleSwitch organization={org} people={people} />
        ) : null
      }
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
