"use client";

import {
  ArrowRightLeft,
  CalendarClock,
  CalendarPlus,
  Ellipsis,
  Repeat,
  Snowflake,
  Undo2,
  Wallet,
  X,
} from "lucide-react";
import { type ReactNode, useState } from "react";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { removeFreeze, undoPlanChange, withdrawCancellation } from "@/lib/client/endpoints/memberships";
import { defaultFreezePolicy } from "@/lib/values/membership-terms";
import { availableActions, type MembershipAction, type MembershipRights, plansFor } from "./available-actions";
import type { Membership } from "./membership";
import { type DialogName, MembershipDialog } from "./membership-dialog";
import type { Plan } from "./plans/plan-form";
import type { DateContext } from "./plans/wording";
import { useUndo } from "./use-undo";

interface MembershipMenuProps {
  organization: string;
  membership: Membership;
  /** Plans on sale. */
  plans: readonly Plan[];
  reader: DateContext;
  rights: MembershipRights;
}

const icons: Record<MembershipAction, ReactNode> = {
  start: <CalendarClock aria-hidden="true" />,
  freeze: <Snowflake aria-hidden="true" />,
  return: <CalendarClock aria-hidden="true" />,
  remove_freeze: <Undo2 aria-hidden="true" />,
  plan: <Repeat aria-hidden="true" />,
  undo_plan: <Undo2 aria-hidden="true" />,
  renew: <CalendarPlus aria-hidden="true" />,
  payer: <Wallet aria-hidden="true" />,
  transfer: <ArrowRightLeft aria-hidden="true" />,
  withdraw: <Undo2 aria-hidden="true" />,
  cancel: <X aria-hidden="true" />,
};

const undoEndpoints = {
  remove_freeze: removeFreeze,
  undo_plan: undoPlanChange,
  withdraw: withdrawCancellation,
};

const isUndo = (action: MembershipAction): action is keyof typeof undoEndpoints => action in undoEndpoints;

export function MembershipMenu({ organization, membership, plans, reader, rights }: MembershipMenuProps) {
  const [open, setOpen] = useState<DialogName | null>(null);
  const undo = useUndo(organization, membership);
  const actions = availableActions(membership, rights, plans, reader.today);
  if (actions.length === 0) return null;
  const plan = plans.find(({ id }) => id === membership.plan_id);
  return (
    <>
      <Menu
        label={`Actions for ${membership.plan_name}`}
        trigger={<Ellipsis aria-hidden="true" />}
        iconOnly
        variant="quiet"
        size="sm"
        align="end"
      >
        {actions.map((action) => (
          <MenuItem
            key={action}
            icon={icons[action]}
            {...(action === "cancel" ? { tone: "bad" as const } : {})}
            onSelect={() => (isUndo(action) ? undo.mutate(undoEndpoints[action]) : setOpen(action))}
          >
            {labelOf(action, membership)}
          </MenuItem>
        ))}
      </Menu>
      {open ? (
        <MembershipDialog
          name={open}
          organization={organization}
          membership={membership}
          policy={plan ? (plan.freeze_policy ?? defaultFreezePolicy) : null}
          plans={plansFor(membership, plans)}
          plan={plan ?? null}
          reader={reader}
          rights={rights}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

function labelOf(action: MembershipAction, { freeze, cancelled_on, status }: Membership): string {
  const labels: Record<MembershipAction, string> = {
    start: "Change start date",
    freeze: freeze ? "Add another freeze" : "Freeze membership",
    return: status === "frozen" ? "Come back early or change the return" : "Change end of freeze",
    remove_freeze: "Remove freeze",
    plan: "Change plan",
    undo_plan: "Undo plan change",
    renew: "Renew",
    payer: "Change payer",
    transfer: "Transfer to another member",
    withdraw: "Withdraw cancellation",
    cancel: cancelled_on ? "Cancel now instead" : "Cancel membership",
  };
  return labels[action];
}
