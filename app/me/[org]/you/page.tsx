import { ChevronRight, MessageSquare } from "lucide-react";
import type { Metadata } from "next";
import { pageCaller, personCaller } from "@/app/page-caller";
import { homeAddress, homesOf } from "@/components/identity/home-address";
import { Mark } from "@/components/layout/mark";
import { MemberHeader } from "@/components/layout/member-shell";
import { ContactForm } from "@/components/me/contact-form";
import { SignOut } from "@/components/me/sign-out";
import { ThemeSetting } from "@/components/me/theme-setting";
import { Avatar } from "@/components/ui/data/avatar";
import { Row, RowList } from "@/components/ui/data/row-list";
import { formatShortDate } from "@/lib/client/format-short-date";
import { me } from "@/lib/domain/identity";
import { getOwnProfile } from "@/lib/domain/me";
import { roleNames } from "@/lib/values/role-names";

type Props = { params: Promise<{ org: string }> };

export const metadata: Metadata = { title: "Profile" };

const card = "mb-3 rounded-dialog border border-line bg-surface p-4";

export default async function YouPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const [profile, { organizations }] = await Promise.all([getOwnProfile(caller, {}), me(await personCaller(), {})]);
  const { member, today_on } = profile;
  const name = `${member.first_name} ${member.last_name}`.trim();
  const elsewhere = organizations.flatMap(homesOf).filter(({ slug, role }) => slug !== org || role !== "member");
  return (
    <>
      <MemberHeader title="Profile" />
      <section className={`${card} flex items-center gap-4`}>
        <Avatar name={name} src={member.photo_url} size="xl" />
        <div className="min-w-0">
          <h2 className="text-20 font-strong text-ink">{name}</h2>
          <p className="text-14 text-ink-3">
            {member.member_code}, member since{" "}
            {formatShortDate(member.joined_on, today_on, caller.organization?.locale ?? "en")}
          </p>
          {member.email ? <p className="text-14 break-words text-ink-3">{member.email}</p> : null}
        </div>
      </section>
      <section className={card}>
        <h2 className="mb-3 text-20 font-strong text-ink">Contact</h2>
        <ContactForm organization={org} profile={profile} />
        <p className="mt-3 text-14 text-ink-3">To change your name or e-mail address, ask at the front desk.</p>
      </section>
      <section className={card}>
        <RowList>
          <Row
            lead={<MessageSquare aria-hidden="true" className="text-ink-3" />}
            title="Messages"
            subtitle="Choose what the gym may send you, and where"
            href={`/me/${org}/you/messages`}
            end={<ChevronRight aria-hidden="true" className="ml-auto text-ink-3" />}
          />
        </RowList>
      </section>
      {elsewhere.length > 0 ? (
        <section className={card}>
          <h2 className="mb-1 text-20 font-strong text-ink">Your other gyms</h2>
          <RowList>
            {elsewhere.map((one) => (
              <Row
                key={`${one.id} ${one.role}`}
                lead={<Mark name={one.name} />}
                title={one.name}
                subtitle={roleNames[one.role]}
                href={homeAddress(one)}
              />
            ))}
          </RowList>
        </section>
      ) : null}
      <section className={card}>
        <h2 className="mb-3 text-20 font-strong text-ink">Appearance</h2>
        <ThemeSetting />
      </section>
      <SignOut />
    </>
  );
}
