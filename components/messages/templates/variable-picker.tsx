"use client";

import { Braces } from "lucide-react";
import { type FocusEvent, useRef } from "react";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { variableLabel } from "./variable-words";

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Inserts a variable at the last caret position in the last focused text field. */
export function useVariables() {
  const last = useRef<TextField | null>(null);
  const remember = (event: FocusEvent<TextField>) => {
    last.current = event.currentTarget;
  };
  const insert = (name: string) => {
    const field = last.current ?? document.querySelector<TextField>("[data-variables]");
    if (!field) return;
    field.setRangeText(`{{${name}}}`, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
    // Notifies the form of the change, as typing does.
    field.dispatchEvent(new Event("input", { bubbles: true }));
    requestAnimationFrame(() => field.focus());
  };
  return { remember, insert };
}

interface VariablePickerProps {
  variables: readonly string[];
  onPick: (name: string) => void;
}

export function VariablePicker({ variables, onPick }: VariablePickerProps) {
  return (
    <Menu
      label="Insert variable"
      variant="quiet"
      size="sm"
      align="end"
      trigger={
        <>
          <Braces aria-hidden="true" />
          Insert variable
        </>
      }
    >
      {variables.map((name) => (
        <MenuItem key={name} onSelect={() => onPick(name)} end={`{{${name}}}`}>
          {variableLabel(name)}
        </MenuItem>
      ))}
    </Menu>
  );
}
