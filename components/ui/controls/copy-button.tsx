"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import type { ButtonSize } from "./button";

interface CopyButtonProps {
  text: string;
  /** "Copy the link" */
  label: string;
  iconOnly?: boolean;
  size?: ButtonSize;
}

export function CopyButton({ text, label, iconOnly, size = "md" }: CopyButtonProps) {
  const [said, setSaid] = useState<"Copied" | "Select it and copy by hand">();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), 2500);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Select it and copy by hand");
    }
  }
  return (
    <button
      type="button"
      className="ui-button"
      data-variant={iconOnly ? "quiet" : "secondary"}
      data-size={size}
      data-icon={iconOnly ? "" : undefined}
      aria-label={iconOnly ? label : undefined}
      title={iconOnly ? label : undefined}
      onClick={copy}
    >
      {said === "Copied" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      {iconOnly ? null : (said ?? label)}
      <span role="status" className="sr-only">
        {said}
      </span>
    </button>
  );
}
