import type { ReactNode } from "react";
import { SignOutLink } from "@/components/identity/sign-out-link";
import { Mark } from "@/components/layout/mark";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { PageHeader } from "@/components/ui/data/page-header";
import { ToastProvider } from "@/components/ui/overlays/toast";

interface PlatformFrameProps {
  current: "/platform" | "/platform/jobs";
  children: ReactNode;
}

/** The layout of the super admin pages. */
export function PlatformFrame({ current, children }: PlatformFrameProps) {
  return (
    <ToastProvider>
      <main className="min-h-dvh bg-surface">
        <div className="mx-auto flex max-w-[1120px] flex-col">
          <PageHeader
            title={
              <span className="flex items-center gap-3">
                <Mark name="FitFlow" />
                Platform
              </span>
            }
            actions={<SignOutLink />}
          />
          <TabLinks
            label="Platform"
            className="px-gutter"
            current={current}
            items={[
              { label: "Gyms", href: "/platform" },
              { label: "Jobs", href: "/platform/jobs" },
            ]}
          />
          {children}
        </div>
      </main>
    </ToastProvider>
  );
}
