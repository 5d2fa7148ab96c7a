import type { ReactNode } from "react";
import { Link } from "@/components/ui/controls/link";
import { ToastProvider } from "@/components/ui/overlays/toast";
import { brandAttributes } from "./brand-scope";
import { Mark } from "./mark";
import { Plate } from "./plate";

interface EntryShellProps {
  /** The name of the gym or of the product. */
  name: string;
  homeHref: string;
  logo?: string | null;
  brand?: string | null;
  /** The form with its h1. */
  children: ReactNode;
  /** At the bottom of the brand panel. */
  aside?: ReactNode;
  footer?: ReactNode;
}

/** The layout of sign-in, sign-up, invitation and password reset: the form left, the brand panel right (not on phones). */
export function EntryShell({ name, homeHref, logo, brand, children, aside, footer }: EntryShellProps) {
  return (
    <ToastProvider>
      <div className="ly-entry" {...brandAttributes(brand)}>
        <div className="ly-entry-main">
          <header>
            <Link href={homeHref} className="ly-entry-brand">
              <Mark name={name} logo={logo} />
              {name}
            </Link>
          </header>
          <main>{children}</main>
          {footer ? <footer>{footer}</footer> : null}
        </div>
        <aside className="ly-entry-side" aria-label={name}>
          <Plate />
          <div>{aside}</div>
        </aside>
      </div>
    </ToastProvider>
  );
}
