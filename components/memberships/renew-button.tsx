"use client";

import { CalendarPlus } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import type { MembershipRights } from "./available-actions";
import type { Membership } from "./membership";
import { MembershipDialog } from "./membership-dialog";
import type { Plan } from "./plans/plan-form";
import type { DateContext } from "./plans/wording";

interface RenewButtonProps {
  organization: string;
  membership: Membership;
  plan: Plan | null;
  reader: DateContext;
  rights: MembershipRights;
}

/** The renewal of a membership that has ended or ends soon. `?do=renew` opens it, such as from the front desk. */
export function RenewButton({ organization, membership, plan, reader, rights }: RenewButtonProps) {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const [open, setOpen] = useState(query.get("do") === "renew");
  const close = () => {
    setOpen(false);
    if (!query.has("do")) return;
    const rest = new URLSearchParams(query);
    rest.delete("do");
    router.replace(`${path}?${rest}`, { scroll: false });
  };
  return (
    <>
      <Button size="sm" icon={<CalendarPlus aria-hidden="true" />} onClick={() => setOpen(true)}>
        Renew
      </Button>
      {open ? (
        <MembershipDialog
          name="renew"
          organization={organization}
          membership={membership}
          policy={null}
          plans={[]}
          plan={plan}
          reader={reader}
          rights={rights}
          onClose={close}
        />
      ) : null}
    </>
  );
}
