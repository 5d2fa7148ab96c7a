"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { useMemberSearch } from "@/components/access/check-ins/use-member-search";
import { Combobox, type ComboOption } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { api } from "@/lib/client/api";
import { previewTransfer, transferMembership } from "@/lib/client/endpoints/memberships";
import type { Output } from "@/lib/contracts/contract";
import type { previewTransfer as contract } from "@/lib/contracts/memberships/membership-life";
import { formatMoney } from "@/lib/values/money";
import { ActionPreview } from "./action-preview";
import { PreviewSheet } from "./action-sheet";
import type { ActionDialogProps } from "./membership";
import { MoneyInput } from "./plans/money-input";
import { useActionPreview } from "./use-action-preview";
import { useMembershipAction } from "./use-membership-action";

type Shown = Output<typeof contract>;

/** The paid days, sessions and terms go over to another member. */
export function TransferDialog({ organization, membership, reader, onClose }: ActionDialogProps) {
  const { id, plan_name, member_name, version, currency } = membership;
  const [to, setTo] = useState<ComboOption | null>(null);
  const [fee_minor, setFee] = useState<number | null>(0);
  const [reason, setReason] = useState("");
  const search = useMemberSearch(organization);
  const choice = to && fee_minor !== null ? { id, to_member_id: to.value, fee_minor } : null;
  const { errors, ...state } = useActionPreview<NonNullable<typeof choice>, "to_member_id", Shown>({
    name: ["transfer", id, version],
    input: choice,
    ask: (input, signal) => api(previewTransfer, input, { organization, signal }),
    fields: ["to_member_id"],
  });
  const action = useMembershipAction({
    act: () => {
      if (!choice) throw new Error("Choose the member first");
      return api(transferMembership, { ...choice, reason: reason.trim() }, { organization, if_match: version });
    },
    said: (after) => ({ message: `${plan_name} went over from ${member_name} to ${after.member_name}` }),
    onClose,
  });
  const { preview } = state;
  const stays = preview?.stays_unpaid_minor ?? 0;
  return (
    <PreviewSheet
      title={`Transfer ${plan_name} of ${member_name}`}
      state={state}
      aside={
        choice ? (
          <ActionPreview state={state} reader={reader} />
        ) : (
          <p className="text-ink-3">Choose the new member to see what goes over.</p>
        )
      }
      action={action}
      confirm={to ? `Transfer to ${to.label}` : "Transfer"}
      can_confirm={reason.trim() !== ""}
      onClose={onClose}
    >
      <Field label="New member" error={errors.to_member_id}>
        <Combobox
          placeholder="Name, phone, e-mail or member code"
          icon={<Search aria-hidden="true" />}
          search={search}
          value={to}
          onValueChange={setTo}
        />
      </Field>
      <Field label="Fee for the transfer" hint="Charged to the new member today" className="max-w-60">
        <MoneyInput currency={currency} locale={reader.locale} value={fee_minor} onValueChange={setFee} />
      </Field>
      <Field label="Reason" hint="Visible on both memberships">
        <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <p className="text-ink-2">
        {`${member_name}'s access ends today. Paid days, sessions, discounts and the next bill day go over.${stays > 0 ? ` ${formatMoney(stays, currency, reader.locale)} that was billed stays with ${member_name}.` : ""}`}
      </p>
    </PreviewSheet>
  );
}
