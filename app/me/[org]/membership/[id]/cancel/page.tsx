import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { MemberHeader } from "@/components/layout/member-shell";
import { OwnCancelForm } from "@/components/me/own-cancel-form";
import { getOwnCancellation } from "@/lib/domain/memberships";

type Props = { params: Promise<{ org: string; id: string }> };

export const metadata: Metadata = { title: "Cancel membership" };

/** F3: two steps to the end of the contract: this page, and its button. */
export default async function CancelPage({ params }: Props) {
  const { org, id } = await params;
  const caller = await pageCaller(org);
  const options = await orNotFound(getOwnCancellation(caller, { id }));
  return (
    <>
      <MemberHeader title={`Cancel ${options.plan_name}`} />
      <OwnCancelForm
        organization={org}
        options={options}
        locale={caller.organization?.locale ?? "en"}
        backHref={`/me/${org}/membership`}
      />
    </>
  );
}
