"use client";

import { useState } from "react";
import { api } from "@/lib/client/api";
import { changePayer, previewPayer } from "@/lib/client/endpoints/memberships";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { previewPayer as contract } from "@/lib/contracts/memberships/membership-life";
import { formatMoney } from "@/lib/values/money";
import { PreviewFrame } from "./action-preview";
import { PreviewSheet } from "./action-sheet";
import type { ActionDialogProps } from "./membership";
import { isAgreed, PayerFields, payerInput, selfPaid } from "./payer-fields";
import type { DateContext } from "./plans/wording";
import { useActionPreview } from "./use-action-preview";
import { useMembershipAction } from "./use-membership-action";

type Shown = Output<typeof contract>;

export function PayerDialog(props: ActionDialogProps & { offers_companies: boolean }) {
  const { organization, membership, reader, onClose, offers_companies } = props;
  const { id, plan_name, member_name, version, payer } = membership;
  // Where another pays already, the first choice is that the member pays again.
  const [choice, setChoice] = useState({ ...selfPaid(reader.today), ...(payer ? {} : { kind: "member" as const }) });
  const chosen = payerInput(choice);
  const { errors, ...state } = useActionPreview<{ id: string }, "payer_member_id" | "payer_company_id", Shown>({
    name: ["payer", id, version],
    input: chosen && { id, ...chosen },
    ask: (input, signal) => api(previewPayer, input, { organization, signal }),
    fields: ["payer_member_id", "payer_company_id"],
  });
  const action = useMembershipAction({
    act: () =>
      api(
        changePayer,
        {
          ...{ id, ...chosen },
          ...(choice.kind !== "self" && choice.how !== "" ? { accepted_how: choice.how, accepted_on: choice.on } : {}),
        },
        { organization, if_match: version },
      ),
    said: (after) => ({
      message: `${after.payer?.name ?? member_name} pays for ${plan_name} from the next invoice on`,
    }),
    onClose,
  });
  const name = choice.kind === "self" ? member_name : choice.payer?.label;
  return (
    <PreviewSheet
      title={`Who pays for ${plan_name} of ${member_name}`}
      state={state}
      aside={
        chosen ? (
          <PreviewFrame state={state}>{(preview) => <PayerPreview preview={preview} reader={reader} />}</PreviewFrame>
        ) : (
          <p className="text-ink-3">Choose who pays to see what changes.</p>
        )
      }
      action={action}
      confirm={name ? `Let ${name} pay` : "Change payer"}
      can_confirm={isAgreed(choice)}
      onClose={onClose}
    >
      {payer ? <p className="text-ink">{`${payer.name} pays today.`}</p> : null}
      <PayerFields
        organization={organization}
        name={member_name}
        value={choice}
        onChange={(change) => setChoice({ ...choice, ...change })}
        offers_companies={offers_companies}
        today={reader.today}
        errors={{ payer: errors.payer_member_id ?? errors.payer_company_id }}
      />
    </PreviewSheet>
  );
}

function PayerPreview({ preview, reader }: { preview: Shown; reader: DateContext }) {
  const { before, after, next_bill_on, next_bill_minor, credit_minor, stays_unpaid_minor, currency } = preview;
  const money = (minor: number) => formatMoney(minor, currency, reader.locale);
  const day = (on: string) => formatShortDate(on, reader.today, reader.locale);
  return (
    <>
      <div>
        <p className="text-ink-3">
          {next_bill_on ? `First invoice of ${after.name}, ${day(next_bill_on)}` : `Invoices of ${after.name}`}
        </p>
        <p className="text-52 font-strong tracking-tight text-ink">
          {next_bill_minor === null ? "None" : money(next_bill_minor)}
        </p>
      </div>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-ink-2">
        {next_bill_on === null ? <li>Nothing more is billed for this membership.</li> : null}
        {credit_minor > 0 ? (
          <li>{`${money(credit_minor)} of it is paid from the account credit of ${after.name}.`}</li>
        ) : null}
        <li>
          {stays_unpaid_minor > 0
            ? `${money(stays_unpaid_minor)} that was issued before stays with ${before.name}.`
            : `${before.name} owes nothing for this membership.`}
        </li>
      </ul>
    </>
  );
}
