import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/overlays/toast";
import { brandAttributes } from "./brand-scope";

interface AppShellProps {
  /** The organization's colour. */
  brand?: string | null;
  /** OrganizationSwitcher. */
  switcher: ReactNode;
  /** CommandPalette. */
  search?: ReactNode;
  /** SidebarNav. */
  navigation: ReactNode;
  /** A second SidebarNav at the foot: front desk, settings. */
  footNavigation?: ReactNode;
  /** UserMenu. */
  user: ReactNode;
  /** BottomBar, below 900 pixels. */
  bottom: ReactNode;
  /** Above the sheet's content: support access, offline. */
  banner?: ReactNode;
  /** In the sheet's upper corner, on every page. */
  bell?: ReactNode;
  children: ReactNode;
}

/** Side bar 232, icons from 900 to 1199, bottom bar below; one sheet whose content scrolls. */
export function AppShell(props: AppShellProps) {
  const { brand, switcher, search, navigation, footNavigation, user, bottom, banner, bell, children } = props;
  return (
    <ToastProvider>
      <div className="ly-app" {...brandAttributes(brand)}>
        <a href="#content" className="ly-skip">
          Skip to the content
        </a>
        <aside className="ly-side" aria-label="Gym">
          {switcher}
          {search}
          {navigation}
          <div className="mt-auto flex flex-col gap-1 pt-3">
            {footNavigation}
            {user}
          </div>
        </aside>
        <div className="ly-sheet">
          {banner}
          {bell ? <div className="ly-corner">{bell}</div> : null}
          <main id="content" tabIndex={-1} className="ly-scroll">
            {children}
          </main>
        </div>
        {bottom}
      </div>
    </ToastProvider>
  );
}
