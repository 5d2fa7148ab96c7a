import { Search } from "lucide-react";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Input, type InputProps } from "@/components/ui/forms/input";

/** The field that the key "/" focuses. */
export function SearchInput({ label, ...rest }: Omit<InputProps, "icon" | "suffix" | "type"> & { label: string }) {
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={label}
      icon={<Search aria-hidden="true" />}
      suffix={<KeyCap>/</KeyCap>}
      data-search=""
      autoComplete="off"
      spellCheck={false}
      {...rest}
    />
  );
}
