"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { sendInvitation } from "@/components/members/send-invitation";
import { Button } from "@/components/ui/controls/button";
import { Avatar } from "@/components/ui/data/avatar";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { errorsByField, type FormErrors } from "@/components/ui/forms/errors-by-field";
import { FormError } from "@/components/ui/forms/form-error";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { quoteMembership, sellMembership } from "@/lib/client/endpoints/memberships";
import { formatMoney } from "@/lib/values/money";
import { planKinds } from "@/lib/values/statuses";
import { isAgreed, payerInput, selfPaid } from "./payer-fields";
import type { Plan } from "./plans/plan-form";
import type { DateContext } from "./plans/wording";
import { canPrepay, type SaleChoice, SaleFields } from "./sale-fields";
import { SaleQuote } from "./sale-quote";

export interface SellDialogProps {
  organization: string;
  member: { id: string; first_name: string; name: string; photo_url: string | null; home_location_id: string };
  /** Plans on sale. */
  plans: readonly Plan[];
  locations: readonly { id: string; name: string }[];
  reader: DateContext;
  /** The permission memberships.override: custom prices and start dates in the past. */
  can_override: boolean;
  /** Companies as payers. */
  offers_companies: boolean;
  /** The member has no login, and an address that the invitation to their page can go to. */
  can_invite?: boolean;
  onClose?: () => void;
  /** Set when the sheet has its own URL. */
  closeHref?: string;
}

export function SellDialog(props: SellDialogProps) {
  const { organization, member, locations, reader, can_override, offers_companies, can_invite, onClose, closeHref } =
    props;
  const plans = props.plans.toSorted((a, b) => planKinds.indexOf(a.kind) - planKinds.indexOf(b.kind));
  const router = useRouter();
  const toast = useToast();
  const [choice, setChoice] = useState<SaleChoice>({
    plan_id: firstPaid(plans, member.home_location_id)?.id ?? "",
    starts_on: reader.today,
    location_id: member.home_location_id,
    price_minor: null,
    coupon_code: "",
    prepaid_periods: 1,
    payer: selfPaid(reader.today),
  });
  const [invites, setInvites] = useState(false);
  const typed_code = choice.coupon_code.trim();
  const coupon_code = useDebouncedValue(typed_code, 300);
  const plan = plans.find(({ id }) => id === choice.plan_id);
  const location_id = plan && locationFor(plan, choice.location_id);
  const sale = {
    member_id: member.id,
    plan_id: choice.plan_id,
    starts_on: choice.starts_on,
    ...(location_id ? { location_id } : {}),
    ...(choice.price_minor === null ? {} : { price_minor: choice.price_minor }),
    ...(coupon_code === "" ? {} : { coupon_code }),
    ...(plan && canPrepay(plan) ? { prepaid_periods: choice.prepaid_periods } : {}),
    ...payerInput(choice.payer),
  };
  const is_payer_complete = payerInput(choice.payer) !== null && isAgreed(choice.payer);
  const quote = useQuery({
    queryKey: ["membership-quote", organization, sale],
    queryFn: ({ signal }) => api(quoteMembership, sale, { organization, signal }),
    enabled: plan !== undefined && choice.starts_on !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  const close = () => {
    onClose?.();
    if (closeHref) router.push(closeHref, { scroll: false });
  };
  const sell = useMutation({
    mutationFn: () => {
      const { kind, how, on } = choice.payer;
      const agreed = kind === "self" || how === "" ? {} : { payer_accepted_how: how, payer_accepted_on: on };
      return api(sellMembership, { ...sale, ...agreed }, { organization });
    },
    onSuccess: ({ plan_name, status }) => {
      if (invites) void sendInvitation(organization, member, toast.show);
      toast.show({
        tone: "good",
        message:
          status === "pending"
            ? `${plan_name} sold to ${member.name}. It has not started yet`
            : `${plan_name} sold to ${member.name}`,
      });
      close();
      router.refresh();
    },
  });
  const is_current = quote.isSuccess && !quote.isPlaceholderData && coupon_code === typed_code;
  const refused: FormErrors<"coupon_code"> =
    quote.error && coupon_code === typed_code ? errorsByField(quote.error, ["coupon_code"]) : {};
  const total = is_current ? formatMoney(quote.data.total_minor, quote.data.currency, reader.locale) : null;
  return (
    <SheetDialog
      title={`Sell membership to ${member.name}`}
      lead={<Avatar name={member.name} src={member.photo_url} />}
      note="No charges until you confirm"
      {...(closeHref ? { closeHref } : { onClose: close })}
      onSubmit={(event) => {
        event.preventDefault();
        if (is_current && is_payer_complete) sell.mutate();
      }}
      aside={
        <SaleQuote
          first_name={member.first_name}
          quote={quote.data}
          error={quote.error}
          is_stale={!is_current}
          is_chosen={plan !== undefined}
          reader={reader}
        />
      }
      footer={
        <>
          <Button size="lg" className="ml-auto" onClick={close}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="primary"
            size="lg"
            busy={sell.isPending}
            disabled={!is_current || !is_payer_complete}
          >
            {total === null ? "Sell" : quote.data?.total_minor === 0 ? "Start for free" : `Sell for ${total}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError message={sell.error?.message} />
        <SaleFields
          choice={choice}
          onChange={(change) => setChoice({ ...choice, ...change })}
          plans={plans}
          locations={locations}
          reader={reader}
          can_override={can_override}
          organization={organization}
          first_name={member.first_name}
          offers_companies={offers_companies}
          coupon_error={refused.coupon_code}
        />
        {can_invite ? (
          <Checkbox
            label={`Send ${member.first_name} the link to their page`}
            hint="With the pass for the door, the membership and the invoices."
            checked={invites}
            onChange={({ target }) => setInvites(target.checked)}
          />
        ) : null}
      </div>
    </SheetDialog>
  );
}

/** A free plan is never sold by a default. */
function firstPaid(plans: readonly Plan[], location_id: string): Plan | undefined {
  const paid = plans.filter(({ price_minor }) => price_minor > 0);
  return paid.find((plan) => isValidAt(plan, location_id)) ?? paid[0];
}

const isValidAt = ({ location_ids }: Plan, location_id: string) =>
  location_ids.length === 0 || location_ids.includes(location_id);

/** The selected location if the plan is valid there, otherwise the first location of the plan. */
function locationFor(plan: Plan, selected: string): string | undefined {
  return isValidAt(plan, selected) ? selected : plan.location_ids[0];
}
