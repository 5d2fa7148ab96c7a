import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/overlays/toast";
import { brandAttributes } from "./brand-scope";
import { Mark } from "./mark";

type DeskVerdict = "come_in" | "please_wait";

interface DeskFrameProps {
  name: string;
  /** "Fitzroy, front door" */
  place: string;
  logo?: string | null;
  brand?: string | null;
  /** A DeskConnection and the clock as <time>. */
  status: ReactNode;
  /** Turns the whole screen green or red. */
  verdict?: DeskVerdict;
  children: ReactNode;
}

/** The front desk's screen: dark, full, readable from two metres. */
export function DeskFrame({ name, place, logo, brand, status, verdict, children }: DeskFrameProps) {
  return (
    <div data-theme="dark">
      <ToastProvider>
        <div className="ly-desk" data-verdict={verdict} data-theme="dark" {...brandAttributes(brand)}>
          <header>
            <Mark name={name} logo={logo} />
            <div className="min-w-0">
              <h1 className="truncate">{name}</h1>
              <small className="truncate">{place}</small>
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
