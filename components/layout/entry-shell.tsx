import type { ReactNode } from "react";
import { Link } from "@/components/ui/controls/link";
import { ToastProvider } from "@/components/ui/overlays/toast";
import { brandAttributes } from "./brand-scope";
import { Mark } from "./mark";
import { Plate } from "./plate";

interface EntryShellProps {
  /** The gym, or the product itself. */
  name: string;
  homeHref: string;
  logo?: string | null;
  brand?: string | null;
  /** The form; it brings its own h1. */
  children: ReactNode;
  /** On the brand's panel, at its foot: what is open now. */
  aside?: ReactNode;
  footer?: ReactNode;
}

/** Sign-in, sign-up, invitations, password reset: the form left, the brand right (not on a phone). */
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
