import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/overlays/toast";
import { brandAttributes } from "./brand-scope";
import { PageMain } from "./page-main";

interface AppShellProps {
  /** The organization's brand colour. */
  brand?: string | null;
  /** OrganizationSwitcher. */
  switcher: ReactNode;
  /** CommandPalette. */
  search?: ReactNode;
  /** SidebarNav. */
  navigation: ReactNode;
  /** A second SidebarNav at the bottom, with front desk and settings. */
  footNavigation?: ReactNode;
  /** UserMenu. */
  user: ReactNode;
  /** BottomBar, below 900 pixels. */
  bottom: ReactNode;
  /** Banners above the content, such as support access. */
  banner?: ReactNode;
  /** In the upper corner of the content, on every page. */
  bell?: ReactNode;
  children: ReactNode;
}

/** Side bar of 232 pixels, icons only from 900 to 1199 pixels, bottom bar below. Only the content scrolls. */
export function AppShell(props: AppShellProps) {
  const { brand, switcher, search, navigation, footNavigation, user, bottom, banner, bell, children } = props;
  return (
    <ToastProvider>
      <div className="ly-app" {...brandAttributes(brand)}>
        <a href="#content" className="ly-skip">
          Skip to content
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
          <PageMain className="ly-scroll">{children}</PageMain>
        </div>
        {bottom}
      </div>
    </ToastProvider>
  );
}
