"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import type { ButtonSize } from "./button";

interface CopyButtonProps {
  text: string;
  /** Such as "Copy link". */
  label: string;
  iconOnly?: boolean;
  size?: ButtonSize;
}

export function CopyButton({ text, label, iconOnly, size = "md" }: CopyButtonProps) {
  const [result, setResult] = useState<"Copied" | "Select the text and copy it manually">();
  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => setResult(undefined), 2500);
    return () => clearTimeout(timer);
  }, [result]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setResult("Copied");
    } catch {
      setResult("Select the text and copy it manually");
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
      {result === "Copied" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      {iconOnly ? null : (result ?? label)}
      <span role="status" className="sr-only">
        {result}
      </span>
    </button>
  );
}
