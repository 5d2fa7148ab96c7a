"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Dialog, DialogActions } from "@/components/ui/overlays/dialog";

interface ReasonDialogProps {
  title: string;
  children?: ReactNode;
  /** One press each; the rest is typed. */
  suggestions: readonly string[];
  deed: string;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** Asks why, by a press or by typing. */
export function ReasonDialog({ title, children, suggestions, deed, onReason, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  const give = (text: string) => {
    onClose();
    onReason(text);
  };
  return (
    <Dialog open onClose={onClose} title={title} size="lg" className="desk-dialog">
      {children}
      <fieldset className="desk-suggestions">
        <legend className="sr-only">Usual reasons</legend>
        {suggestions.map((suggestion) => (
          <Button key={suggestion} size="touch" onClick={() => give(suggestion)}>
            {suggestion}
          </Button>
        ))}
      </fieldset>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const text = reason.trim();
          if (text) give(text);
          else setError("Say why, in a few words");
        }}
      >
        <Field label="Another reason" {...(error ? { error } : {})}>
          <Input size="touch" value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <DialogActions>
          <Button size="touch" onClick={onClose}>
            Back
          </Button>
          <Button size="touch" variant="primary" type="submit">
            {deed}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
