import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { MemberHeader } from "@/components/layout/member-shell";
import { OwnFreezeForm } from "@/components/me/own-freeze-form";
import { getOwnCancellation } from "@/lib/domain/memberships";

type Props = { params: Promise<{ org: string; id: string }> };

export const metadata: Metadata = { title: "Freeze membership" };

export default async function FreezePage({ params }: Props) {
  const { org, id } = await params;
  const caller = await pageCaller(org);
  const { plan_name, today } = await orNotFound(getOwnCancellation(caller, { id }));
  return (
    <>
      <MemberHeader title={`Freeze ${plan_name}`} />
      <OwnFreezeForm
        organization={org}
        id={id}
        reader={{ today, locale: caller.organization?.locale ?? "en" }}
        backHref={`/me/${org}/membership`}
      />
    </>
  );
}
