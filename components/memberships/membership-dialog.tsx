"use client";

import dynamic from "next/dynamic";
import { Nothing } from "@/components/ui/overlays/nothing";
import type { FreezePolicy } from "@/lib/values/membership-terms";
import type { MembershipRights } from "./available-actions";
import type { ActionDialogProps } from "./membership";
import type { Plan } from "./plans/plan-form";

const CancelDialog = dynamic(() => import("./cancel-dialog").then((module) => module.CancelDialog), {
  loading: Nothing,
});
const ChangePlanDialog = dynamic(() => import("./change-plan-dialog").then((module) => module.ChangePlanDialog), {
  loading: Nothing,
});
const FreezeDialog = dynamic(() => import("./freeze-dialog").then((module) => module.FreezeDialog), {
  loading: Nothing,
});
const PayerDialog = dynamic(() => import("./payer-dialog").then((module) => module.PayerDialog), { loading: Nothing });
const RenewDialog = dynamic(() => import("./renew-dialog").then((module) => module.RenewDialog), { loading: Nothing });
const TransferDialog = dynamic(() => import("./transfer-dialog").then((module) => module.TransferDialog), {
  loading: Nothing,
});
const ReturnDialog = dynamic(() => import("./return-dialog").then((module) => module.ReturnDialog), {
  loading: Nothing,
});
const StartDialog = dynamic(() => import("./start-dialog").then((module) => module.StartDialog), { loading: Nothing });

export type DialogName = "start" | "freeze" | "return" | "plan" | "renew" | "payer" | "transfer" | "cancel";

interface MembershipDialogProps extends ActionDialogProps {
  name: DialogName;
  policy: FreezePolicy | null;
  /** Plans that the membership can change to. */
  plans: readonly Plan[];
  /** The plan of the membership; null if it is no longer on sale. */
  plan: Plan | null;
  rights: MembershipRights;
}

/** The dialog of an action. Its code loads on first use. */
export function MembershipDialog({ name, policy, plans, plan, rights, ...dialog }: MembershipDialogProps) {
  if (name === "start") return <StartDialog {...dialog} />;
  if (name === "cancel") return <CancelDialog {...dialog} />;
  if (name === "plan") return <ChangePlanDialog {...dialog} plans={plans} />;
  if (name === "renew") return <RenewDialog {...dialog} plan={plan} can_override={rights.override} />;
  if (name === "payer") return <PayerDialog {...dialog} offers_companies={rights.companies} />;
  if (name === "transfer") return <TransferDialog {...dialog} />;
  if (name === "freeze")
    return <FreezeDialog {...dialog} policy={policy} can_override={rights.override} can_backdate={rights.backdate} />;
  const { freeze } = dialog.membership;
  return freeze ? <ReturnDialog {...dialog} freeze={freeze} /> : null;
}
