import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/components/ui/controls/link";

type MenuLinkProps = ComponentProps<typeof Link> & { icon?: ReactNode; end?: ReactNode; checked?: boolean };

/** With `checked`, the link is a radio item. */
export function MenuLink({ icon, end, checked, children, ...rest }: MenuLinkProps) {
  return (
    <Link
      role={checked === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={checked}
      tabIndex={-1}
      className="ui-menu-item"
      {...rest}
    >
      {icon}
      {children}
      {end || checked ? <span className="ui-menu-end">{checked ? <Check aria-hidden="true" /> : end}</span> : null}
    </Link>
  );
}

interface MenuCheckProps {
  children: ReactNode;
  checked: boolean;
  onSelect: () => void;
  /** Whether the item is one of several or an independent toggle. */
  kind?: "radio" | "checkbox";
  icon?: ReactNode;
}

export function MenuCheck({ children, checked, onSelect, kind = "checkbox", icon }: MenuCheckProps) {
  const choice = { role: kind === "radio" ? "menuitemradio" : "menuitemcheckbox", "aria-checked": checked };
  return (
    <button type="button" {...choice} tabIndex={-1} className="ui-menu-item" onClick={onSelect}>
      {icon}
      {children}
      {checked ? (
        <span className="ui-menu-end">
          <Check aria-hidden="true" />
        </span>
      ) : null}
    </button>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <div className="ui-menu-label" role="presentation">
      {children}
    </div>
  );
}

export function MenuSeparator() {
  return <hr className="ui-menu-line" />;
}
