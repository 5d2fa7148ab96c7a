import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { ButtonSize } from "@/components/ui/controls/button";

export type InputProps = Omit<ComponentProps<"input">, "size" | "prefix"> & {
  size?: ButtonSize;
  icon?: ReactNode;
  /** Grey text or a unit before and after the value, such as "+61" or "a month". */
  prefix?: ReactNode;
  suffix?: ReactNode;
  align?: "start" | "end";
};

export function Input({ size = "md", icon, prefix, suffix, align, className, ...rest }: InputProps) {
  return (
    <span className={classNames("ui-input", className)} data-size={size} data-align={align}>
      {icon}
      {prefix ? <span className="ui-affix">{prefix}</span> : null}
      <input {...rest} />
      {suffix ? <span className="ui-affix">{suffix}</span> : null}
    </span>
  );
}
