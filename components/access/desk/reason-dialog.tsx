"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Dialog, DialogActions } from "@/components/ui/overlays/dialog";

interface ReasonDialogProps {
  title: string;
  children?: ReactNode;
  /** Common reasons, each submitted with one press. */
  suggestions: readonly string[];
  submitLabel: string;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** Asks for a reason: one of the suggestions or free text. */
export function ReasonDialog({ title, children, suggestions, submitLabel, onReason, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  const submit = (text: string) => {
    onClose();
    onReason(text);
  };
  return (
    <Dialog open onClose={onClose} title={title} size="lg" className="desk-dialog">
      {children}
      <fieldset className="desk-suggestions">
        <legend className="sr-only">Common reasons</legend>
        {suggestions.map((suggestion) => (
          <Button key={suggestion} size="touch" onClick={() => submit(suggestion)}>
            {suggestion}
          </Button>
        ))}
      </fieldset>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const text = reason.trim();
          if (text) submit(text);
          else setError("Enter a reason");
        }}
      >
        <Field label="Other reason" {...(error ? { error } : {})}>
          <Input size="touch" value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <DialogActions>
          <Button size="touch" onClick={onClose}>
            Back
          </Button>
          <Button size="touch" variant="primary" type="submit">
            {submitLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
