"use client";

import { Gift } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Nothing } from "@/components/ui/overlays/nothing";
import type { CreditDialogProps } from "./credit-dialog";

const CreditDialog = dynamic(() => import("./credit-dialog").then((module) => module.CreditDialog), {
  loading: Nothing,
});

export function CreditButton(props: Omit<CreditDialogProps, "onClose">) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={<Gift aria-hidden="true" />} onClick={() => setOpen(true)}>
        Give credit
      </Button>
      {open ? <CreditDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
