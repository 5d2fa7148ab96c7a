"use client";

import { Ticket } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button, type ButtonLook } from "@/components/ui/controls/button";
import { Nothing } from "@/components/ui/overlays/nothing";
import type { SellDialogProps } from "./sell-dialog";

const SellDialog = dynamic(() => import("./sell-dialog").then((module) => module.SellDialog), { loading: Nothing });

type SellButtonProps = Omit<SellDialogProps, "onClose" | "closeHref"> &
  Pick<ButtonLook, "variant"> & { label?: string };

export function SellButton({ label = "Sell membership", variant, ...sale }: SellButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} icon={<Ticket aria-hidden="true" />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open ? <SellDialog {...sale} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
