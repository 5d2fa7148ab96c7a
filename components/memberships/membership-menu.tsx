"use client";

import { useMutation } from "@tanstack/react-query";
import { CalendarClock, Ellipsis, Undo2, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { Nothing } from "@/components/ui/overlays/nothing";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { withdrawCancellation } from "@/lib/client/endpoints/memberships";
import type { Membership } from "./membership";
import type { DateContext } from "./plans/wording";

const CancelDialog = dynamic(() => import("./cancel-dialog").then((module) => module.CancelDialog), {
  loading: Nothing,
});

const StartDialog = dynamic(() => import("./start-dialog").then((module) => module.StartDialog), { loading: Nothing });

interface MembershipMenuProps {
  organization: string;
  membership: Membership;
  reader: DateContext;
  can_cancel: boolean;
  can_move: boolean;
}

export function MembershipMenu({ organization, membership, reader, can_cancel, can_move }: MembershipMenuProps) {
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState<"cancel" | "start" | null>(null);
  const { id, status, cancelled_on, plan_name, member_name } = membership;
  const withdraw = useMutation({
    mutationFn: () => api(withdrawCancellation, { id }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: `Cancellation of ${plan_name} withdrawn for ${member_name}` });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  const is_over = status === "cancelled" || status === "expired";
  const can_change_start = can_move && status === "pending" && !cancelled_on;
  if (is_over || (!can_cancel && !can_change_start)) return null;
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        label={`Actions for ${plan_name}`}
        trigger={<Ellipsis aria-hidden="true" />}
        iconOnly
        variant="quiet"
        size="sm"
        align="end"
      >
        {can_change_start ? (
          <MenuItem icon={<CalendarClock aria-hidden="true" />} onSelect={() => setOpen("start")}>
            Change start date
          </MenuItem>
        ) : null}
        {can_cancel && cancelled_on ? (
          <MenuItem icon={<Undo2 aria-hidden="true" />} onSelect={() => withdraw.mutate()}>
            Withdraw cancellation
          </MenuItem>
        ) : null}
        {can_cancel ? (
          <MenuItem icon={<X aria-hidden="true" />} tone="bad" onSelect={() => setOpen("cancel")}>
            {cancelled_on ? "Cancel now instead" : "Cancel membership"}
          </MenuItem>
        ) : null}
      </Menu>
      {open === "cancel" ? (
        <CancelDialog organization={organization} membership={membership} reader={reader} onClose={close} />
      ) : null}
      {open === "start" ? (
        <StartDialog organization={organization} membership={membership} reader={reader} onClose={close} />
      ) : null}
    </>
  );
}
