"use client";

import { useMutation } from "@tanstack/react-query";
import { Ellipsis, LogOut, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Dialog } from "@/components/ui/overlays/dialog";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { checkOut, undoCheckIn } from "@/lib/client/endpoints/access";
import { undoneText } from "./undone-text";

interface VisitActionsProps {
  organization: string;
  id: string;
  name: string;
  isInside: boolean;
  /** E4: the check-in ended a freeze. */
  endedFreeze: boolean;
  mayUndo: boolean;
}

export function VisitActions({ organization, id, name, isInside, endedFreeze, mayUndo }: VisitActionsProps) {
  const router = useRouter();
  const toast = useToast();
  const [isConfirming, setIsConfirming] = useState(false);
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const settle = (message: string) => {
    toast.show({ message, tone: "good" });
    setIsConfirming(false);
    router.refresh();
  };
  const onError = (error: Error) => toast.show({ message: error.message, tone: "bad" });
  const leave = useMutation({
    mutationFn: () => api(checkOut, { id }, { organization }),
    onSuccess: () => settle(`${name} was checked out.`),
    onError,
  });
  const undo = useMutation({
    mutationFn: (reason: string) => api(undoCheckIn, { id, reason }, { organization }),
    onSuccess: ({ freeze }) => settle(undoneText(name, freeze)),
    onError,
  });
  if (!isInside && !mayUndo) return null;
  return (
    <>
      <Menu
        label={`Actions for the visit of ${name}`}
        iconOnly
        trigger={<Ellipsis aria-hidden="true" />}
        variant="quiet"
        size="sm"
        align="end"
      >
        {isInside ? (
          <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={() => leave.mutate()}>
            Check out
          </MenuItem>
        ) : null}
        {mayUndo ? (
          <MenuItem tone="bad" icon={<Undo2 aria-hidden="true" />} onSelect={() => setIsConfirming(true)}>
            Undo check-in
          </MenuItem>
        ) : null}
      </Menu>
      <Dialog open={isConfirming} onClose={() => setIsConfirming(false)} title={`Undo the check-in of ${name}?`}>
        <DialogForm
          onSubmit={(event) => {
            event.preventDefault();
            const reason = String(new FormData(event.currentTarget).get("reason")).trim();
            setIsReasonMissing(reason === "");
            if (reason === "") event.currentTarget.querySelector("input")?.focus();
            else undo.mutate(reason);
          }}
          intro={
            <p>
              The visit no longer counts, and a session that it used is returned. The record stays with your reason.
              {endedFreeze
                ? " This check-in ended a freeze. The freeze is put back, unless the member has come again or a later period was billed."
                : null}
            </p>
          }
          onCancel={() => setIsConfirming(false)}
          action="Undo check-in"
          variant="danger"
          busy={undo.isPending}
        >
          <Field label="Reason" error={isReasonMissing ? "Enter a reason" : undefined}>
            <Input name="reason" maxLength={300} autoFocus />
          </Field>
        </DialogForm>
      </Dialog>
    </>
  );
}
