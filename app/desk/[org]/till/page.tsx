import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { taxClassesFor } from "@/app/tax-classes";
import { ChooseTill } from "@/components/billing/till/desk/choose-till";
import { DrawerPanel } from "@/components/billing/till/desk/drawer-panel";
import { oneOffPlans } from "@/components/billing/till/desk/sale/basket";
import { TillDesk } from "@/components/billing/till/desk/till-desk";
import { TillFrame } from "@/components/billing/till/desk/till-frame";
import { getMember } from "@/lib/domain/members";
import { listPlans } from "@/lib/domain/memberships/plans";
import { fullName } from "@/lib/values/person-name";
import { tillOf } from "./till-page";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ location?: string; member?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization } = await pageCaller((await params).org);
  return { title: `Till · ${organization?.name}` };
}

export default async function TillDeskPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { location, member: member_id } = await searchParams;
  const { caller, locations, here } = await tillOf(org, location);
  if (!here) return <ChooseTill organization={org} locations={locations} />;
  const { context, session, movements, last_left_minor } = here;
  const [member, plans, tax_classes] = await Promise.all([
    member_id ? orNotFound(getMember(caller, { id: member_id })) : null,
    caller.permissions.has("memberships.sell") ? listPlans(caller, { location_id: context.location.id }) : null,
    taxClassesFor(caller),
  ]);
  return (
    <TillFrame context={context}>
      <main className="tl-grid">
        {caller.permissions.has("payments.record") ? (
          <TillDesk
            context={context}
            isOpen={session !== null}
            plans={oneOffPlans(plans?.data ?? [], context.currency)}
            tax_classes={tax_classes}
            initialPayer={
              member && {
                ...{ id: member.id, name: fullName(member.first_name, member.last_name) },
                member_code: member.member_code,
              }
            }
          />
        ) : null}
        <DrawerPanel context={context} session={session} movements={movements} last_left_minor={last_left_minor} />
      </main>
    </TillFrame>
  );
}
