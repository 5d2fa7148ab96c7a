import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { MethodList } from "@/components/gateways/methods/method-list";
import { MemberHeader } from "@/components/layout/member-shell";
import { ButtonLink } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { EmptyState } from "@/components/ui/data/empty-state";
import { listOwnMethods } from "@/lib/domain/gateways/methods";
import { getOwnProfile } from "@/lib/domain/me";

type Props = { params: Promise<{ org: string }> };

export const metadata: Metadata = { title: "Payment methods" };

export default async function OwnMethodsPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const [{ data, form }, { today_on }] = await Promise.all([
    orNotFound(listOwnMethods(caller, {})),
    getOwnProfile(caller, {}),
  ]);
  return (
    <>
      <MemberHeader title="Payment methods" />
      {data.length === 0 ? (
        <EmptyState title="No payment method yet" className="rounded-dialog border border-line bg-surface">
          {form
            ? "Add a card or bank account, and your bills are paid by themselves."
            : "Your gym takes payments at the desk."}
        </EmptyState>
      ) : (
        <section className="rounded-dialog border border-line bg-surface px-4 py-1" aria-label="Payment methods">
          <MethodList
            organization={org}
            methods={data}
            locale={caller.organization?.locale ?? "en"}
            today={today_on}
            isOwn
            canChange
          />
        </section>
      )}
      {form ? (
        <ButtonLink href={`/me/${org}/methods/new`} variant="primary" size="touch" full className="mt-3">
          Add a payment method
        </ButtonLink>
      ) : null}
      <p className="mt-3">
        <TextLink href={`/me/${org}/membership`}>Back to the membership</TextLink>
      </p>
    </>
  );
}
