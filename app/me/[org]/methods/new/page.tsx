import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { AddMethod } from "@/components/gateways/pay/add-method";
import { MemberHeader } from "@/components/layout/member-shell";
import { ButtonLink } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { listOwnMethods } from "@/lib/domain/gateways/methods";
import { isUuid } from "@/lib/values/uuid";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ setup?: string }> };

export const metadata: Metadata = { title: "Add a payment method" };

export default async function NewMethodPage({ params, searchParams }: Props) {
  const [{ org }, { setup }] = await Promise.all([params, searchParams]);
  const caller = await pageCaller(org);
  const { form, currency, is_live } = await orNotFound(listOwnMethods(caller, {}));
  const { name = "", locale = "en" } = caller.organization ?? {};
  const back = `/me/${org}/methods`;
  return (
    <div className="mx-auto flex w-full max-w-[480px] flex-col gap-3">
      <MemberHeader title="Add a payment method" />
      <div className="rounded-dialog border border-line bg-surface p-4">
        <AddMethod
          by={{ organization: org }}
          gym_name={name}
          currency={currency}
          locale={locale}
          form={form}
          is_live={is_live}
          setup_id={typeof setup === "string" && isUuid(setup) ? setup : null}
          afterwards={
            <ButtonLink href={back} size="touch">
              Payment methods
            </ButtonLink>
          }
        >
          <p className="text-16 text-ink-3">
            Nothing is charged now. Later bills are charged to it, and you can remove it at any time.
          </p>
        </AddMethod>
      </div>
      <TextLink href={back}>All payment methods</TextLink>
    </div>
  );
}
