"use client";

import { History } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Dialog } from "@/components/ui/overlays/dialog";
import { BackDatedCheckInForm, type BackDatedCheckInProps } from "./back-dated-check-in-form";

/** Adds a back-dated check-in, for example when the scanner was broken. */
export function BackDatedCheckInButton(props: Omit<BackDatedCheckInProps, "onDone">) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button icon={<History aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Add past visit
      </Button>
      <Dialog open={isOpen} onClose={close} title="Add past visit">
        <BackDatedCheckInForm {...props} onDone={close} />
      </Dialog>
    </>
  );
}
