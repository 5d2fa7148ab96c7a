"use client";

import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { useModal } from "./use-modal";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  /** Names the action, such as "Refund $89.00 to Visa 4242?" */
  title: ReactNode;
  children?: ReactNode;
  /** Buttons: cancel first, the action last. Omitted if the children are a form with DialogActions. */
  actions?: ReactNode;
  size?: "md" | "lg";
  className?: string;
}

export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ onClose, title, children, actions, size, className }: Omit<DialogProps, "open">) {
  const heading = useId();
  const modal = useModal(onClose);
  return (
    <dialog {...modal} className={classNames("ui-dialog", className)} data-size={size} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <div className="ui-dialog-body">{children}</div>
      {actions ? <DialogActions>{actions}</DialogActions> : null}
    </dialog>
  );
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="ui-dialog-actions">{children}</div>;
}
