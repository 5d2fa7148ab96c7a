import type { ReactNode } from "react";
import { Link } from "@/components/ui/controls/link";
import { ToastProvider } from "@/components/ui/overlays/toast";
import { brandAttributes } from "./brand-scope";
import { Mark } from "./mark";

interface PublicShellProps {
  name: string;
  homeHref: string;
  logo?: string | null;
  brand?: string | null;
  links?: readonly { label: string; href: string }[];
  /** At the right of the header: sign in, and one primary button. */
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** Landing pages of the product and of a gym. Children are PublicBands; the first usually has tone="brand". */
export function PublicShell({ name, homeHref, logo, brand, links = [], actions, footer, children }: PublicShellProps) {
  return (
    <ToastProvider>
      <div className="ly-public" {...brandAttributes(brand)}>
        <a href="#content" className="ly-skip">
          Skip to the content
        </a>
        <header className="ly-public-head">
          <Link href={homeHref} className="ly-entry-brand">
            <Mark name={name} logo={logo} />
            {name}
          </Link>
          <nav aria-label="Main">
            {links.map((link) => (
              <Link key={link.href} href={link.href}>
                {link.label}
              </Link>
            ))}
          </nav>
          {actions ? <div className="ml-auto flex items-center gap-4">{actions}</div> : null}
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        {footer ? <footer className="ly-public-foot">{footer}</footer> : null}
      </div>
    </ToastProvider>
  );
}

export function PublicBand({
  children,
  tone = "plain",
  className,
}: {
  children: ReactNode;
  tone?: "plain" | "brand" | "well";
  className?: string;
}) {
  return (
    <section className={className ? `ly-band ${className}` : "ly-band"} data-tone={tone}>
      {children}
    </section>
  );
}
