import type { FormEventHandler, ReactNode } from "react";
import { Button } from "@/components/ui/controls/button";
import { DialogActions } from "@/components/ui/overlays/dialog";
import { FormError } from "./form-error";

interface DialogFormProps {
  onSubmit: FormEventHandler<HTMLFormElement>;
  /** Text above the error and the fields. */
  intro?: ReactNode;
  error?: string | undefined;
  /** The fields. */
  children: ReactNode;
  onCancel: () => void;
  /** The label of the submit button. */
  action: ReactNode;
  variant?: "primary" | "danger";
  busy: boolean;
}

/** The content of a dialog that is a form: the error, the fields, then Cancel and the action. */
export function DialogForm(props: DialogFormProps) {
  const { onSubmit, intro, error, children, onCancel, action, variant = "primary", busy } = props;
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      {intro}
      <FormError message={error} />
      {children}
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant={variant} busy={busy}>
          {action}
        </Button>
      </DialogActions>
    </form>
  );
}
