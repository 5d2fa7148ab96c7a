"use client";

import { History } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Dialog } from "@/components/ui/overlays/dialog";
import { AfterwardsForm, type AfterwardsProps } from "./afterwards-form";

/** For a visit that nobody scanned: the scanner was broken, the power was out. */
export function AfterwardsButton(props: Omit<AfterwardsProps, "onDone">) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button icon={<History aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Enter a visit afterwards
      </Button>
      <Dialog open={isOpen} onClose={close} title="Enter a visit afterwards">
        <AfterwardsForm {...props} onDone={close} />
      </Dialog>
    </>
  );
}
