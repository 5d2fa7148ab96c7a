import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/overlays/toast";
import { brandAttributes } from "./brand-scope";
import { Mark } from "./mark";

type DeskOutcome = "admitted" | "denied";

interface DeskFrameProps {
  name: string;
  /** The location's name. */
  subtitle: string;
  logo?: string | null;
  brand?: string | null;
  /** A DeskConnection and the clock as <time>. */
  status: ReactNode;
  /** Turns the whole screen green or red. */
  outcome?: DeskOutcome;
  children: ReactNode;
}

/** The full-screen, dark layout of the front desk. Readable from two metres. */
export function DeskFrame({ name, subtitle, logo, brand, status, outcome, children }: DeskFrameProps) {
  return (
    <div data-theme="dark">
      <ToastProvider>
        <div className="ly-desk" data-outcome={outcome} data-theme="dark" {...brandAttributes(brand)}>
          <header>
            <Mark name={name} logo={logo} />
            <div className="min-w-0">
              <h1 className="truncate">{name}</h1>
              <small className="truncate">{subtitle}</small>
            </div>
            <div className="ly-desk-end">{status}</div>
          </header>
          <main className="ly-desk-body">{children}</main>
        </div>
      </ToastProvider>
    </div>
  );
}

export function DeskConnection({ online }: { online: boolean }) {
  return (
    <span className="ly-connection" data-state={online ? "online" : "offline"} role="status">
      {online ? "Online" : "Offline"}
    </span>
  );
}
