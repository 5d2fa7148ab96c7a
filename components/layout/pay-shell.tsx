import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/overlays/toast";
import { brandAttributes } from "./brand-scope";
import { Mark } from "./mark";

interface PayShellProps {
  /** The name of the gym. */
  name: string;
  brand?: string | null;
  children: ReactNode;
}

/** The layout of pages that are opened by a link and take a payment: one narrow column without navigation. */
export function PayShell({ name, brand, children }: PayShellProps) {
  return (
    <ToastProvider>
      <div className="min-h-dvh bg-surface text-16 text-ink-2" {...brandAttributes(brand)}>
        <header className="mx-auto flex max-w-[480px] items-center gap-3 border-b border-line px-4 pt-4 pb-3 font-strong text-ink">
          <Mark name={name} />
          {name}
        </header>
        <main className="mx-auto max-w-[480px] px-4 py-4 pb-6">{children}</main>
      </div>
    </ToastProvider>
  );
}
