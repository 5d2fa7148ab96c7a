import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/overlays/toast";
import { BottomBar } from "./bottom-bar";
import { brandAttributes } from "./brand-scope";
import type { NavigationItem } from "./navigation";
import { PageMain } from "./page-main";

interface MemberShellProps {
  brand?: string | null;
  /** Pass, Membership, Visits, Profile. */
  items: readonly NavigationItem[];
  banner?: ReactNode;
  children: ReactNode;
}

/** The layout of the member pages: one column with tabs at the bottom. */
export function MemberShell({ brand, items, banner, children }: MemberShellProps) {
  return (
    <ToastProvider>
      <div className="ly-member" {...brandAttributes(brand)}>
        <a href="#content" className="ly-skip">
          Skip to content
        </a>
        {banner}
        <PageMain>{children}</PageMain>
        <BottomBar items={items} />
      </div>
    </ToastProvider>
  );
}

/** The title of a member page, with an optional control or avatar. */
export function MemberHeader({ title, end }: { title: string; end?: ReactNode }) {
  return (
    <div className="ly-member-head">
      <h1>{title}</h1>
      {end}
    </div>
  );
}
